package org.passerelle.prosecute.measure.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.springframework.stereotype.Component;

/** The choice of a suspect in a form. */
@Component
class SuspectChoice {
  private final Suspects suspects;

  SuspectChoice(Suspects suspects) {
    this.suspects = suspects;
  }

  List<Option> options(UUID id, Act act) {
    return suspects.of(id, act.who()).stream()
        .map(
            s ->
                new Option(
                    s.id().toString(),
                    s.identity() == null ? s.called() : s.called() + " " + s.identity().name()))
        .toList();
  }

  /** Pseudonyms by identifier. */
  Map<UUID, String> called(UUID id, Act act) {
    return suspects.of(id, act.who()).stream()
        .collect(Collectors.toUnmodifiableMap(Suspect::id, Suspect::called));
  }

  /** The one chosen in the field {@code suspect}, or null. */
  @Nullable UUID chosen(UUID id, Act act) {
    String suspect = act.form().code("suspect", options(id, act));
    return suspect.isEmpty() ? null : UUID.fromString(suspect);
  }
}
