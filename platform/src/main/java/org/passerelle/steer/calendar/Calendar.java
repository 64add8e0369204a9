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
 * The events of the strategy in the order of their dates; those without a date stand at the end.
 * Immutable; threads may share it.
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

  /** In the order of their dates. */
  public List<CalendarEvent> events() {
    return events;
  }

  /** Only some of them. */
  public Calendar only(Predicate<CalendarEvent> wanted) {
    return new Calendar(events.stream().filter(wanted).toList());
  }

  /** Those of a country, or all if none is named. */
  public Calendar ofCountry(String country) {
    return country.isEmpty() ? this : only(e -> e.country().equals(country));
  }

  /** Those of a pillar, or all if none is named. */
  public Calendar ofPillar(String pillar) {
    return pillar.isEmpty()
        ? this
        : only(e -> e.pillars().stream().map(Entry::id).anyMatch(pillar::equals));
  }

  /** Those of a type, or all if none is named. */
  public Calendar ofType(String type) {
    return type.isEmpty() ? this : only(e -> e.type().equals(type));
  }

  /** Codes of the countries that have events. */
  public List<String> countries() {
    TreeSet<String> codes = new TreeSet<>();
    events.forEach(e -> codes.add(e.country()));
    codes.remove("");
    return List.copyOf(codes);
  }

  /**
   * Parts what is over from what is to come. Over is what ended before the day; what is known by
   * its month or year only is over once that has passed.
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
   * The events on both sides of a day; every event stands in one of the three.
   *
   * @param inBrief over before the day
   * @param toCome not over before the day
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
