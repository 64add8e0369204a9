package org.passerelle.understand.dossier.chapter;

import java.util.List;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/**
 * A period, as precisely as it is known.
 *
 * @param from ISO 8601 day, month or year; empty if nothing is dated
 * @param to likewise
 * @param undated number of ties without any date
 */
public record Span(String from, String to, int undated) {
  /** The period of some ties: the first known beginning and the last known end. */
  public static Span of(List<Tie> ties) {
    String first = "";
    String last = "";
    int undated = 0;
    for (Tie tie : ties) {
      Period period = tie.period();
      undated += period.unknown() ? 1 : 0;
      String begin = period.from().isEmpty() ? period.to() : period.from();
      String end = period.to().isEmpty() ? period.from() : period.to();
      if (!begin.isEmpty()
          && (first.isEmpty()
              || new Period(begin, "").firstDay().isBefore(new Period(first, "").firstDay()))) {
        first = begin;
      }
      if (!end.isEmpty()
          && (last.isEmpty()
              || new Period("", end).lastDay().isAfter(new Period("", last).lastDay()))) {
        last = end;
      }
    }
    return new Span(first, last, undated);
  }

  /** The period rounded to years. */
  public Span years() {
    return new Span(year(from), year(to), undated);
  }

  private static String year(String date) {
    return date.length() > 4 ? date.substring(0, 4) : date;
  }
}
