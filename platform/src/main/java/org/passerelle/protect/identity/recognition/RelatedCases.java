package org.passerelle.protect.identity.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests cases that may belong together although their persons are different: the same telephone
 * number, possibly one family, possibly the same suspect. Only cases that the reader sees are
 * suggested; nothing is stored and nothing follows from a suggestion.
 */
@Service
public class RelatedCases {
  private static final int LIMIT = 20;

  /** Probability from which two suspects are suggested as possibly the same person. */
  private static final double SUSPECTS = 0.3;

  /**
   * Probability from which two files are considered of the same person rather than of relatives.
   */
  private static final double RATHER = 0.5;

  private final SealedPersons sealedPersons;
  private final KnownPersons known;
  private final Relations relations;
  private final SamePersons same;
  private final PossibleDuplicates pairs;
  private final Recognition recognition;

  RelatedCases(
      SealedPersons sealedPersons,
      KnownPersons known,
      Relations relations,
      SamePersons same,
      PossibleDuplicates pairs,
      Recognition recognition) {
    this.sealedPersons = sealedPersons;
    this.known = known;
    this.relations = relations;
    this.same = same;
    this.pairs = pairs;
    this.recognition = recognition;
  }

  /**
   * Why two cases may belong together.
   *
   * @param why {@code phone}, {@code family}, {@code suspect}
   * @param side the other case
   */
  public record Suggestion(String why, PossibleDuplicate.Side side) {}

  /**
   * Suggestions for a case.
   *
   * @param found a case that the reader sees
   */
  @Transactional(readOnly = true)
  public List<Suggestion> of(Case found, SignedIn who) {
    List<Suggestion> suggestions = new ArrayList<>();
    UUID person = found.person().id();
    Set<UUID> apart = new LinkedHashSet<>(same.sameAs(person, who));
    apart.add(person);
    relations.around(found).forEach(other -> apart.add(other.person()));
    pairs.of(person, who).stream()
        .filter(
            pair -> pair.state().equals("same") || (pair.open() && pair.probability() >= RATHER))
        .flatMap(pair -> Stream.of(pair.one().person(), pair.other().person()))
        .forEach(apart::add);
    @Nullable ComparedPerson file = one(person, who);
    if (file != null) {
      add(
          suggestions,
          "phone",
          known.samePhone(who.organisation(), file.contact(), LIMIT),
          apart,
          found,
          who);
      add(
          suggestions,
          "family",
          known.sameFamily(who.organisation(), file.identity(), LIMIT),
          apart,
          found,
          who);
    }
    relations.around(found).stream()
        .filter(other -> other.role().equals("suspect") || other.suspected())
        .forEach(suspect -> suspects(suspect.person(), suggestions, found, who));
    return suggestions;
  }

  private void suspects(UUID suspect, List<Suggestion> suggestions, Case found, SignedIn who) {
    @Nullable ComparedPerson file = one(suspect, who);
    if (file == null) {
      return;
    }
    List<UUID> near =
        known.sharing(who.organisation(), suspect, file.identity(), file.contact(), LIMIT);
    if (near.isEmpty()) {
      return;
    }
    Map<UUID, Double> like = new LinkedHashMap<>();
    sealedPersons
        .compared(near, who.organisation())
        .values()
        .forEach(
            other ->
                like.put(
                    other.id(), recognition.judge(file, other, who.organisation()).probability()));
    List<UUID> alike =
        near.stream().filter(other -> like.getOrDefault(other, 0.0) >= SUSPECTS).toList();
    add(suggestions, "suspect", alike, Set.of(suspect), found, who);
  }

  private void add(
      List<Suggestion> suggestions,
      String why,
      List<UUID> others,
      Set<UUID> apart,
      Case found,
      SignedIn who) {
    Set<UUID> cases = suggestions.stream().map(s -> s.side().caseId()).collect(Collectors.toSet());
    for (UUID other : others) {
      if (!apart.contains(other)) {
        pairs
            .side(other, who)
            .filter(side -> !side.caseId().equals(found.id()) && cases.add(side.caseId()))
            .ifPresent(side -> suggestions.add(new Suggestion(why, side)));
      }
    }
  }

  private @Nullable ComparedPerson one(UUID person, SignedIn who) {
    return sealedPersons.compared(List.of(person), who.organisation()).get(person);
  }
}
