package org.passerelle.protect.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes next by its day in a hand-over: the journey, or a report that was not given yet. */
@Component
class ComingUp {
  /** A report or a journey is pointed out so long before its day. */
  static final int DAYS_BEFORE = 14;

  private static final Duration NIGHT = Duration.ofHours(23);
  private final StepRows steps;

  ComingUp(StepRows steps) {
    this.steps = steps;
  }

  /** A step and its day. */
  record Next(Step step, LocalDate on) {
    /** Until the night of that day. */
    Instant until() {
      return on.atStartOfDay(ZoneOffset.UTC).toInstant().plus(NIGHT);
    }
  }

  /** What comes next in several of one side; those of which nothing is known are left out. */
  Map<UUID, Next> of(Collection<UUID> handOvers, UUID organisation) {
    Map<UUID, Map<Step, StepRows.Dated>> newest = new HashMap<>();
    steps
        .dated(handOvers, organisation)
        .forEach(
            one ->
                newest
                    .computeIfAbsent(one.handOver(), id -> new EnumMap<>(Step.class))
                    .put(one.step(), one));
    Map<UUID, Next> coming = new HashMap<>();
    newest.forEach((id, taken) -> next(taken).ifPresent(next -> coming.put(id, next)));
    return coming;
  }

  private static Optional<Next> next(Map<Step, StepRows.Dated> taken) {
    StepRows.Dated arrived = taken.get(Step.ARRIVED);
    LocalDate on = arrived != null && arrived.state().equals("done") ? arrived.on() : null;
    if (on == null) {
      StepRows.Dated travel = taken.get(Step.TRAVEL);
      LocalDate planned =
          travel != null && !travel.state().equals("not_needed") ? travel.on() : null;
      return planned == null ? Optional.empty() : Optional.of(new Next(Step.TRAVEL, planned));
    }
    return Stream.of(Step.values())
        .filter(Step::isReport)
        .filter(step -> !given(taken.get(step)))
        .findFirst()
        .map(step -> new Next(step, on.plusMonths(step.months())));
  }

  private static boolean given(StepRows.@Nullable Dated report) {
    return report != null && !report.state().equals("planned");
  }
}
