package org.passerelle.protect.followup;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a person is seen again. Counted from the day on which the work ended, the service was given
 * or the person arrived, so that a late visit does not put off the next one. The reports that
 * countries owe each other on a hand-over follow the same months.
 */
public final class Pace {
  /** Whoever has returned is seen within so many days of their arrival. */
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
   * The next day, later than another.
   *
   * @return nothing once the last one has been
   */
  public static Optional<LocalDate> next(String reason, LocalDate since, LocalDate after) {
    return AFTER.getOrDefault(reason, List.of()).stream()
        .map(since::plus)
        .filter(day -> day.isAfter(after))
        .findFirst();
  }
}
