package org.passerelle.steer.letter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * The calendar of an issue, split at its date: events that ended before the first day of the
 * issue's month are “In brief”, all others “To come”. An event known only by its month is past once
 * the whole month is. Events known only by year, or less, are in no calendar.
 *
 * @param inBrief earliest first
 * @param toCome earliest first
 */
public record CalendarSplit(List<Entry> inBrief, List<Entry> toCome) {
  /** Default length of a calendar. */
  private static final int MONTHS = 3;

  public CalendarSplit {
    inBrief = List.copyOf(inBrief);
    toCome = List.copyOf(toCome);
  }

  /** The day, or the first day of the month, of an issue's date. */
  public static LocalDate issued(Entry letter) {
    return letter.date("date").map(Reading::earliest).orElse(LocalDate.EPOCH);
  }

  /**
   * Splits the events.
   *
   * @param letter its {@code period-start} and {@code period-end} limit the calendar; without them
   *     it begins at the previous issue and ends three months later
   */
  public static CalendarSplit of(Facts facts, Entry letter) {
    LocalDate issued = issued(letter);
    LocalDate from = from(facts, letter);
    LocalDate until =
        letter.date("period-end").map(Reading::latest).orElse(issued.plusMonths(MONTHS));
    List<Entry> within =
        facts.all("event").stream()
            .filter(CalendarSplit::isCloser)
            .filter(e -> !end(e).isBefore(from) && !start(e).isAfter(until))
            .sorted(Comparator.comparing(CalendarSplit::start).thenComparing(CalendarSplit::end))
            .toList();
    return new CalendarSplit(
        within.stream().filter(e -> end(e).isBefore(issued)).toList(),
        within.stream().filter(e -> !end(e).isBefore(issued)).toList());
  }

  /** Where the calendar of an issue begins. */
  static LocalDate from(Facts facts, Entry letter) {
    return letter
        .date("period-start")
        .map(Reading::earliest)
        .orElseGet(() -> before(facts, letter).orElse(issued(letter).minusMonths(MONTHS)));
  }

  private static Optional<LocalDate> before(Facts facts, Entry letter) {
    // by date: an issue written late has a higher number than those after it
    return facts.all("letter").stream()
        .filter(l -> l.text("series").equals(letter.text("series")))
        .map(CalendarSplit::issued)
        .filter(day -> day.isBefore(issued(letter)))
        .max(Comparator.naturalOrder());
  }

  /** Whether the date is more precise than a year. */
  private static boolean isCloser(Entry event) {
    return event.has("start") && start(event).plusMonths(2).isAfter(end(event));
  }

  static LocalDate start(Entry event) {
    return event.date("start").map(Reading::earliest).orElse(LocalDate.MAX);
  }

  static LocalDate end(Entry event) {
    PartialDate last = event.date("end").or(() -> event.date("start")).orElse(null);
    return last == null ? LocalDate.MAX : Objects.requireNonNullElse(last.latest(), LocalDate.MAX);
  }
}
