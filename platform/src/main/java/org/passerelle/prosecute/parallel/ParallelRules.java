package org.passerelle.prosecute.parallel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.prosecute.charge.ChargeOutlines;
import org.passerelle.prosecute.charge.ChargeOutlines.Brought;
import org.passerelle.prosecute.charge.JudgedBefore;
import org.passerelle.prosecute.proceeding.FinalDecisions;
import org.passerelle.prosecute.suspect.SuspectRecognition;
import org.passerelle.prosecute.suspect.SuspectRecognition.Same;
import org.springframework.stereotype.Component;

/**
 * When two investigations concern the same suspect and acts that may be the same: charges were
 * brought in both, for acts not far apart. Whether they are the same acts is for people to say; the
 * law by which they are charged does not matter (decision 0148).
 */
@Component
class ParallelRules implements JudgedBefore {
  /** Acts that ended further apart are not taken for the same. */
  static final int DAYS_APART = 366;

  private final SuspectRecognition recognition;
  private final ChargeOutlines charges;
  private final FinalDecisions decisions;

  ParallelRules(SuspectRecognition recognition, ChargeOutlines charges, FinalDecisions decisions) {
    this.recognition = recognition;
    this.charges = charges;
    this.decisions = decisions;
  }

  /**
   * The same suspect, charged on both sides.
   *
   * @param other they in the other investigation
   * @param judged whether a final decision stands on either side
   */
  record Overlap(UUID suspect, Same other, boolean judged) {}

  /** Overlaps of an investigation with others. */
  List<Overlap> of(UUID investigation) {
    Map<UUID, List<Brought>> own = new LinkedHashMap<>();
    charges
        .of(investigation)
        .forEach(one -> own.computeIfAbsent(one.suspect(), s -> new ArrayList<>()).add(one));
    List<Overlap> overlaps = new ArrayList<>();
    own.forEach(
        (suspect, ours) ->
            recognition
                .of(suspect)
                .forEach(
                    same -> {
                      List<Brought> theirs = charges.against(List.of(same.suspect()));
                      List<Brought> near =
                          Stream.concat(near(ours, theirs), near(theirs, ours)).toList();
                      if (!near.isEmpty()) {
                        overlaps.add(new Overlap(suspect, same, judged(near)));
                      }
                    }));
    return overlaps;
  }

  private static Stream<Brought> near(List<Brought> some, List<Brought> others) {
    return some.stream()
        .filter(one -> others.stream().anyMatch(other -> near(one.day(), other.day())));
  }

  private static boolean near(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= DAYS_APART;
  }

  private boolean judged(List<Brought> some) {
    Set<UUID> decided = decisions.among(some.stream().map(Brought::id).toList());
    return !decided.isEmpty();
  }

  @Override
  public boolean is(UUID suspect, UUID charge, LocalDate day) {
    List<UUID> everywhere =
        Stream.concat(Stream.of(suspect), recognition.of(suspect).stream().map(Same::suspect))
            .toList();
    return judged(
        charges.against(everywhere).stream()
            .filter(one -> !one.id().equals(charge) && near(one.day(), day))
            .toList());
  }
}
