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
 * What of a network somebody looks at: everything unless told. What is told is what an address
 * holds, so that a look can be kept and passed on. Immutable.
 *
 * @param hiddenKinds kinds of actors that are left out
 * @param hiddenTies kinds of ties that are left out
 * @param from first month, {@code 2019-04}; empty for the beginning
 * @param to last month; empty for the end
 * @param source the one provenance that is looked at; empty for any
 * @param grading at least so well graded; empty for any
 * @param evidence only what may be used before a court
 * @param victims whether victims are looked at, under their pseudonyms
 * @param least fewest ties that an actor has
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

  /** Refuses what is no month and no grading. */
  public Lens {
    hiddenKinds = Set.copyOf(hiddenKinds);
    hiddenTies = Set.copyOf(hiddenTies);
    new Period(from, to);
    if (!grading.isEmpty()) {
      Grading.of(grading);
    }
    if (least < 0) {
      throw new BadNetwork("%d ties are no least number. Maybe 0 is meant.".formatted(least));
    }
  }

  /** What is seen through it. */
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

  /** The same for another window of time. */
  public Lens during(String first, String last) {
    return new Lens(
        hiddenKinds, hiddenTies, first, last, source, grading, evidence, victims, least);
  }
}
