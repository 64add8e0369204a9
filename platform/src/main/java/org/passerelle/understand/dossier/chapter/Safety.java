package org.passerelle.understand.dossier.chapter;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/**
 * Chapter 12: victims as counts, never individually.
 *
 * @param countries where they are said to be; the empty code stands for unknown
 * @param held victims under ties of control without an end
 * @param acting victims who commit an act: compelled acts, to be examined for non-punishment
 * @param related victims with a relative among the measured actors
 */
public record Safety(int victims, List<Tally> countries, int held, int acting, int related) {
  public Safety {
    countries = List.copyOf(countries);
  }

  static Safety of(CaseNetwork network) {
    List<Actor> victims = network.actors().stream().filter(Actor::victim).toList();
    Set<String> ids = victims.stream().map(Actor::id).collect(Collectors.toSet());
    Set<String> measured =
        network.actors().stream()
            .filter(Measured::measured)
            .map(Actor::id)
            .collect(Collectors.toSet());
    List<Tie> ties = network.ties();
    return new Safety(
        victims.size(),
        Tally.of(victims, a -> a.value("country")),
        (int)
            ties.stream()
                .filter(t -> t.kind().equals("control") && t.period().to().isEmpty())
                .flatMap(Safety::held)
                .filter(ids::contains)
                .distinct()
                .count(),
        (int)
            ties.stream()
                .filter(t -> t.directed() && Vocabulary.ACTS.contains(t.kind()))
                .map(Tie::source)
                .filter(ids::contains)
                .distinct()
                .count(),
        (int) ids.stream().filter(id -> ties.stream().anyMatch(t -> kin(t, id, measured))).count());
  }

  /** The victim of a tie of control; without a direction it may be either end. */
  static Stream<String> held(Tie tie) {
    return tie.directed() ? Stream.of(tie.target()) : Stream.of(tie.source(), tie.target());
  }

  private static boolean kin(Tie tie, String victim, Set<String> measured) {
    return tie.kind().equals(Vocabulary.KINSHIP)
        && ((tie.source().equals(victim) && measured.contains(tie.target()))
            || (tie.target().equals(victim) && measured.contains(tie.source())));
  }
}
