package org.passerelle.protect.casework.followup;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intervals of follow-ups. Counted from the day on which the case was closed, the service was given
 * or the person arrived, so that a late visit does not postpone the next one. The reports between
 * countries on a hand-over are due after the same months.
 */
public final class Pace {
  /** Days after arrival within which a returned person is visited. */
  static final int FIRST_WEEK = 7;

  private static final List<Period> YEAR =
      List.of(Period.ofMonths(1), Period.ofMonths(3), Period.ofMonths(6), Period.ofMonths(12));
  private static final Map<String, List<Period>> AFTER =
      Map.of(
          "closure", YEAR,
          "solution", YEAR,
          "return",
              List.of(
                  Period.ofDays(FIRST_WEEK),
                  Period.ofMonths(1),
                  Period.ofMonths(3),
                  Period.ofMonths(6),
                  Period.ofMonths(12)),
          "service", List.of(Period.ofDays(14), Period.ofMonths(3)),
          "other", List.of());

  private Pace() {}

  /**
   * Date of the next follow-up after a given date.
   *
   * @return empty after the last one
   */
  public static Optional<LocalDate> next(String reason, LocalDate since, LocalDate after) {
    return AFTER.getOrDefault(reason, List.of()).stream()
        .map(since::plus)
        .filter(day -> day.isAfter(after))
        .findFirst();
  }
}
