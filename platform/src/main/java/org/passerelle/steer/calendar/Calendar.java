package org.passerelle.steer.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * The events of the strategy by date; those without a date come last. Immutable; safe for
 * concurrent use.
 */
public final class Calendar {
  private static final Comparator<CalendarEvent> BY_DATE =
      Comparator.<CalendarEvent, Boolean>comparing(e -> e.precision() == Precision.NONE)
          .thenComparing(
              e -> e.first() == null ? LocalDate.MIN : e.first(), Comparator.naturalOrder())
          .thenComparing(CalendarEvent::precision)
          .thenComparing(e -> e.last() == null ? LocalDate.MAX : e.last())
          .thenComparing(CalendarEvent::id);
  private final List<CalendarEvent> events;

  private Calendar(List<CalendarEvent> events) {
    this.events = List.copyOf(events);
  }

  /** All events of the register. */
  public static Calendar of(Facts facts) {
    return new Calendar(
        facts.all("event").stream()
            .map(entry -> CalendarEvent.of(entry, facts))
            .sorted(BY_DATE)
            .toList());
  }

  /** Sorted by date. */
  public List<CalendarEvent> events() {
    return events;
  }

  /** The events that match a condition. */
  public Calendar only(Predicate<CalendarEvent> wanted) {
    return new Calendar(events.stream().filter(wanted).toList());
  }

  /** The events of a country, or all if it is empty. */
  public Calendar ofCountry(String country) {
    return country.isEmpty() ? this : only(e -> e.country().equals(country));
  }

  /** The events of a pillar, or all if it is empty. */
  public Calendar ofPillar(String pillar) {
    return pillar.isEmpty()
        ? this
        : only(e -> e.pillars().stream().map(Entry::id).anyMatch(pillar::equals));
  }

  /** The events of a type, or all if it is empty. */
  public Calendar ofType(String type) {
    return type.isEmpty() ? this : only(e -> e.type().equals(type));
  }

  /** Codes of the countries with events. */
  public List<String> countries() {
    TreeSet<String> codes = new TreeSet<>();
    events.forEach(e -> codes.add(e.country()));
    codes.remove("");
    return List.copyOf(codes);
  }

  /**
   * Separates past events from those to come. An event is past if it ended before the day; one
   * known only by its month or year is past once that has ended.
   */
  public Split split(LocalDate at) {
    List<CalendarEvent> over = new ArrayList<>();
    List<CalendarEvent> toCome = new ArrayList<>();
    List<CalendarEvent> undated = new ArrayList<>();
    for (CalendarEvent event : events) {
      LocalDate last = event.last();
      if (event.precision() == Precision.NONE) {
        undated.add(event);
      } else if (last != null && last.isBefore(at)) {
        over.add(event);
      } else {
        toCome.add(event);
      }
    }
    return new Split(at, over, toCome, undated);
  }

  /**
   * The events before and after a day; every event is in one of the three lists.
   *
   * @param inBrief ended before the day
   * @param toCome not ended before the day
   * @param undated without any date
   */
  public record Split(
      LocalDate at,
      List<CalendarEvent> inBrief,
      List<CalendarEvent> toCome,
      List<CalendarEvent> undated) {
    public Split {
      inBrief = List.copyOf(inBrief);
      toCome = List.copyOf(toCome);
      undated = List.copyOf(undated);
    }
  }
}
