package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/**
 * Chapter 11: what can be used in court, what needs proof, and with which countries to cooperate.
 *
 * @param kinds ties by kind, in and out of evidence
 * @param carried actors all of whose ties are out of evidence
 * @param single actors known from a single source
 * @param weak ties in evidence with a low or missing grading
 * @param countries pairs of countries with ties, and the basis for requests of cooperation
 */
public record Evidence(
    int inEvidence,
    int outOfEvidence,
    List<Scope.Kind> kinds,
    List<String> carried,
    List<String> single,
    int weak,
    List<Cooperation> countries) {
  private static final int GOOD = 2;

  public Evidence {
    kinds = List.copyOf(kinds);
    carried = List.copyOf(carried);
    single = List.copyOf(single);
    countries = List.copyOf(countries);
  }

  static Evidence of(
      CaseNetwork network, Scope scope, Territory territory, Cooperation.Register register) {
    Map<String, Set<String>> sources = new HashMap<>();
    Map<String, Boolean> proven = new HashMap<>();
    for (Tie tie : network.ties()) {
      for (String end : List.of(tie.source(), tie.target())) {
        sources.computeIfAbsent(end, id -> new HashSet<>()).add(tie.provenance());
        proven.merge(end, tie.inEvidence(), Boolean::logicalOr);
      }
    }
    List<String> carried = new ArrayList<>();
    List<String> single = new ArrayList<>();
    for (Actor actor : network.actors()) {
      if (Measured.measured(actor) && proven.containsKey(actor.id())) {
        if (!proven.getOrDefault(actor.id(), false)) {
          carried.add(actor.id());
        }
        if (sources.getOrDefault(actor.id(), Set.of()).size() == 1) {
          single.add(actor.id());
        }
      }
    }
    carried.sort(Comparator.naturalOrder());
    single.sort(Comparator.naturalOrder());
    return new Evidence(
        scope.inEvidence(),
        scope.ties() - scope.inEvidence(),
        scope.kinds(),
        carried,
        single,
        (int)
            network.ties().stream().filter(t -> t.inEvidence() && !wellGraded(t.grading())).count(),
        territory.corridors().stream()
            .map(route -> register.between(route.from(), route.to()))
            .toList());
  }

  private static boolean wellGraded(@Nullable Grading grading) {
    return grading != null && grading.reliabilityRank() < GOOD && grading.credibility() <= GOOD;
  }
}
