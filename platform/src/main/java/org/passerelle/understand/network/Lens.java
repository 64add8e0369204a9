package org.passerelle.understand.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/**
 * A filter on a network: everything by default. It is encoded in the address, so that a view can be
 * saved and shared. Immutable.
 *
 * @param hiddenKinds excluded kinds of actors
 * @param hiddenTies excluded kinds of ties
 * @param from first month, {@code 2019-04}; empty for the beginning
 * @param to last month; empty for the end
 * @param source only this provenance; empty for any
 * @param grading minimum grading; empty for any
 * @param evidence only what can be used in court
 * @param victims whether victims are shown, under their pseudonyms
 * @param least minimum number of ties of an actor
 */
public record Lens(
    Set<ActorKind> hiddenKinds,
    Set<String> hiddenTies,
    String from,
    String to,
    String source,
    String grading,
    boolean evidence,
    boolean victims,
    int least) {
  /** Everything. */
  public static final Lens ALL = new Lens(Set.of(), Set.of(), "", "", "", "", false, true, 0);

  /** Rejects invalid months and gradings. */
  public Lens {
    hiddenKinds = Set.copyOf(hiddenKinds);
    hiddenTies = Set.copyOf(hiddenTies);
    new Period(from, to);
    if (!grading.isEmpty()) {
      Grading.of(grading);
    }
    if (least < 0) {
      throw new BadNetwork("%d ties cannot be a minimum. Maybe 0 is meant.".formatted(least));
    }
  }

  /** Applies the filter. */
  public CaseNetwork seen(CaseNetwork whole) {
    CaseNetwork seen = whole.withActors(this::shows).withTies(ties());
    if (least == 0) {
      return seen;
    }
    Map<String, Integer> ties = new HashMap<>();
    seen.ties()
        .forEach(
            tie -> {
              ties.merge(tie.source(), 1, Integer::sum);
              ties.merge(tie.target(), 1, Integer::sum);
            });
    return seen.withActors(actor -> ties.getOrDefault(actor.id(), 0) >= least);
  }

  private boolean shows(Actor actor) {
    return !hiddenKinds.contains(actor.kind()) && (victims || !actor.victim());
  }

  private Predicate<Tie> ties() {
    Period window = new Period(from, to);
    Grading worst = grading.isEmpty() ? null : Grading.of(grading);
    return tie ->
        !hiddenTies.contains(tie.kind())
            && tie.period().touches(window)
            && (!evidence || tie.inEvidence())
            && (source.isEmpty() || tie.provenance().equals(source))
            && (worst == null || (tie.grading() != null && tie.grading().atLeast(worst)));
  }

  /** The same with victims hidden. */
  Lens withoutVictims() {
    return new Lens(hiddenKinds, hiddenTies, from, to, source, grading, evidence, false, least);
  }

  /** The same for another period. */
  public Lens during(String first, String last) {
    return new Lens(
        hiddenKinds, hiddenTies, first, last, source, grading, evidence, victims, least);
  }
}
