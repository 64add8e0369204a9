package org.passerelle.protect.safeguards.report;

import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** Length of the periods in which time is counted. */
public enum Grain {
  MONTH("month", 1),
  QUARTER("quarter", 3),
  YEAR("year", 12);

  private final String code;
  private final int months;

  Grain(String code, int months) {
    this.code = code;
    this.months = months;
  }

  public String code() {
    return code;
  }

  /** The grain with a code; empty if the code is a field. */
  public static Optional<Grain> of(String code) {
    return Stream.of(values()).filter(grain -> grain.code.equals(code)).findFirst();
  }

  /** The first month of the period that contains a month. */
  YearMonth begin(YearMonth month) {
    return month.withMonth((month.getMonthValue() - 1) / months * months + 1);
  }

  YearMonth next(YearMonth begin) {
    return begin.plusMonths(months);
  }

  /** Name of a period: {@code 2026-03}, {@code 2026-Q1}, {@code 2026}. */
  String name(YearMonth begin) {
    return switch (this) {
      case MONTH -> begin.toString();
      case QUARTER -> begin.getYear() + "-Q" + ((begin.getMonthValue() - 1) / months + 1);
      case YEAR -> String.valueOf(begin.getYear());
    };
  }
}
