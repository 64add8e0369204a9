package org.passerelle.protect.sharing.handover;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a person is on the way, and on which day they are to arrive. */
final class Journey {
  /** Steps from which this follows. */
  static final Set<Step> STEPS = Set.of(Step.TRAVEL, Step.DEPARTED, Step.ARRIVED);

  /**
   * Days after the departure for which an arrival may be planned. A later one is a slip of the
   * year, and would put off the alarm for as long.
   */
  private static final int LONGEST = 30;

  private Journey() {}

  /** Whether an arrival on a day is planned for too long after the departure. */
  static boolean isTooLong(LocalDate departed, LocalDate planned) {
    return planned.isAfter(departed.plusDays(LONGEST));
  }

  /**
   * The day on which a person who set out is to arrive: the latest of departure and plans, of which
   * the last version counts. A plan for too long after the departure, as another node may send it
   * or as it was written before, is left out: people call too early rather than a year too late.
   *
   * @param recorded what was recorded of one hand-over, oldest first
   * @return null if nobody is on the way
   */
  static @Nullable LocalDate awaited(List<StepRows.Dated> recorded, LocalDate today) {
    Map<Step, StepRows.Dated> newest = new EnumMap<>(Step.class);
    boolean found = false;
    for (StepRows.Dated one : recorded) {
      newest.put(one.step(), one);
      if (one.step() == Step.DEPARTED) {
        found = false;
      } else if (one.step() == Step.FOUND && isDone(one)) {
        found = true;
      }
    }
    StepRows.Dated departed = newest.get(Step.DEPARTED);
    if (departed == null || found || !isDone(departed) || isDone(newest.get(Step.ARRIVED))) {
      return null;
    }
    LocalDate on = departed.on();
    LocalDate out = on == null ? today : on;
    return STEPS.stream()
        .flatMap(step -> Stream.ofNullable(newest.get(step)))
        .filter(one -> !one.state().equals("not_needed"))
        .map(StepRows.Dated::on)
        .filter(Objects::nonNull)
        .filter(day -> !isTooLong(out, day))
        .max(LocalDate::compareTo)
        .orElse(out);
  }

  private static boolean isDone(StepRows.@Nullable Dated one) {
    return one != null && one.state().equals("done");
  }
}
