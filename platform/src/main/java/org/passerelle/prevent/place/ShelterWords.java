package org.passerelle.prevent.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * No words of this register name a shelter: neither when they are written, nor when they are read
 * after a house of that name was entered.
 */
@Component
class ShelterWords {
  private final NoShelter refused;
  private final ShelterNames names;

  ShelterWords(NoShelter refused, ShelterNames names) {
    this.refused = refused;
    this.names = names;
  }

  /**
   * Refuses words at the first field that names a shelter, or that still says words are withheld:
   * saving that would lose them.
   */
  void check(SignedIn who, Map<String, String> written) {
    written.forEach(
        (field, words) -> {
          if (words.strip().equals(RiskPlace.WITHHELD)) {
            throw new Refused("atrisk.refused.withheld").at(field);
          }
        });
    refused.check(written, who.organisation());
  }

  /** Places without the words that name a shelter. */
  List<RiskPlace> places(SignedIn who, List<RiskPlace> places) {
    Map<UUID, RiskPlace.Content> contents =
        places.stream().collect(Collectors.toMap(RiskPlace::id, RiskPlace::content));
    Map<UUID, Set<String>> named = named(who, contents);
    return places.stream()
        .map(place -> place.with(place.content().without(named.getOrDefault(place.id(), Set.of()))))
        .toList();
  }

  private record Field(UUID of, String field) {}

  private Map<UUID, Set<String>> named(SignedIn who, Map<UUID, RiskPlace.Content> contents) {
    Map<Field, String> texts = new HashMap<>();
    contents.forEach(
        (id, content) ->
            content.texts().forEach((field, text) -> texts.put(new Field(id, field), text)));
    return names.namedIn(texts, who.organisation()).stream()
        .collect(
            Collectors.groupingBy(
                Field::of, Collectors.mapping(Field::field, Collectors.toUnmodifiableSet())));
  }

  /** Actions without the words that name a shelter. */
  List<PlaceAction> actions(SignedIn who, List<PlaceAction> actions) {
    Map<UUID, String> texts =
        actions.stream()
            .collect(
                Collectors.toMap(
                    PlaceAction::id, one -> one.words().what() + "\n" + one.words().by()));
    Set<UUID> named = names.namedIn(texts, who.organisation());
    PlaceAction.Words withheld = new PlaceAction.Words(RiskPlace.WITHHELD, RiskPlace.WITHHELD);
    return actions.stream()
        .map(one -> named.contains(one.id()) ? one.with(withheld) : one)
        .toList();
  }
}
