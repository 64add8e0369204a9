package org.passerelle.steer.findings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.steer.findings.Finding.Side;

/** Dates that are contradictory or doubtful. */
final class DateRules {
  /** Months after the end of a year before its figures can be complete. */
  private static final int MONTHS_TO_COUNT_A_YEAR = 3;

  private DateRules() {}

  /** Issues of a series appear later than its frequency says. */
  static List<Finding> seriesDrift(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry series : facts.all("series")) {
      int months = series.whole("months").orElse(0);
      List<Entry> issues =
          facts.referringTo(series, "letter").stream()
              .filter(l -> month(l).isPresent())
              .sorted(Comparator.comparing(l -> month(l).orElseThrow()))
              .toList();
      for (int i = 1; months > 0 && i < issues.size(); i++) {
        Entry before = issues.get(i - 1);
        Entry after = issues.get(i);
        long gap = month(before).orElseThrow().until(month(after).orElseThrow(), ChronoUnit.MONTHS);
        if (gap > months) {
          found.add(
              new Finding(
                  "series",
                  List.of(months, gap),
                  List.of(side(before, "date"), side(after, "date"))));
        }
      }
    }
    return found;
  }

  private static Optional<YearMonth> month(Entry letter) {
    return earliest(letter, "date").map(YearMonth::from);
  }

  /** A resolution was adopted outside the session said to have adopted it. */
  static List<Finding> adoptionOutsideSession(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry instrument : facts.all("instrument")) {
      LocalDate adopted = earliest(instrument, "adopted").orElse(null);
      LocalDate start = earliest(instrument, "session-start").orElse(null);
      LocalDate end = latest(instrument, "session-end").orElse(null);
      boolean outside =
          adopted != null
              && ((start != null && adopted.isBefore(start))
                  || (end != null && adopted.isAfter(end)));
      if (outside) {
        List<Side> sides = new ArrayList<>();
        sides.add(side(instrument, "adopted"));
        sides.add(
            new Side(
                instrument,
                instrument.text("session-start") + " – " + instrument.text("session-end")));
        found.add(
            new Finding(
                "session",
                List.of(
                    instrument.text("adopted"),
                    instrument.text("session-start"),
                    instrument.text("session-end")),
                sides));
      }
    }
    return found;
  }

  /** A study is scheduled for a year long after its fieldwork. */
  static List<Finding> fieldworkLongBefore(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry diagnosis : facts.all("diagnosis")) {
      LocalDate fieldwork = latest(diagnosis, "fieldwork").orElse(null);
      int year = diagnosis.whole("year").orElse(0);
      if (fieldwork != null && year > fieldwork.getYear() + 1) {
        found.add(
            new Finding(
                "fieldwork",
                List.of(diagnosis.text("fieldwork"), String.valueOf(year)),
                List.of(side(diagnosis, "fieldwork"), new Side(diagnosis, String.valueOf(year)))));
      }
    }
    return found;
  }

  /** A figure for a year comes from a report published before that year could be counted. */
  static List<Finding> referenceYear(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry figure : facts.all("figure")) {
      Entry source = facts.ref(figure, "source-publication").orElse(null);
      LocalDate end = latest(figure, "period").orElse(null);
      if (source == null || end == null) {
        continue;
      }
      LocalDate appeared = published(source);
      if (appeared != null
          && appeared.isBefore(end.plusMonths(MONTHS_TO_COUNT_A_YEAR))
          && figure.text("unit").matches("persons|percent|list")) {
        found.add(
            new Finding(
                "reference-year",
                List.of(figure.text("period"), source.text("published")),
                List.of(side(figure, "period"), side(source, "published"))));
      }
    }
    return found;
  }

  private static @Nullable LocalDate published(Entry source) {
    return earliest(source, "published").orElse(null);
  }

  private static Side side(Entry entry, String field) {
    return new Side(entry, entry.text(field));
  }

  private static Optional<LocalDate> earliest(Values values, String field) {
    return values.date(field).map(PartialDate::earliest);
  }

  private static Optional<LocalDate> latest(Values values, String field) {
    return values.date(field).map(PartialDate::latest);
  }
}
