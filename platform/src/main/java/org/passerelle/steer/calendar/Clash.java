package org.passerelle.steer.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Entry;

/**
 * Two events on the same days in different places, so that nobody can attend both.
 *
 * @param one the earlier one
 * @param other the later one
 * @param from first common day
 * @param to last common day
 */
public record Clash(CalendarEvent one, CalendarEvent other, LocalDate from, LocalDate to) {

  /**
   * All clashes, by date. Events with unknown days never clash; places differ if both are given and
   * differ, otherwise if the countries differ.
   */
  public static List<Clash> among(Calendar calendar) {
    List<CalendarEvent> dated = calendar.events().stream().filter(CalendarEvent::hasDays).toList();
    List<Clash> clashes = new ArrayList<>();
    for (int i = 0; i < dated.size(); i++) {
      CalendarEvent one = dated.get(i);
      for (int j = i + 1; j < dated.size(); j++) {
        CalendarEvent other = dated.get(j);
        if (first(other).isAfter(last(one))) {
          break;
        }
        if (areElsewhere(one, other)) {
          clashes.add(new Clash(one, other, first(other), earlier(last(one), last(other))));
        }
      }
    }
    return clashes;
  }

  private static boolean areElsewhere(CalendarEvent one, CalendarEvent other) {
    Entry here = one.place();
    Entry there = other.place();
    if (here != null && there != null) {
      return !here.id().equals(there.id());
    }
    return !one.country().isEmpty()
        && !other.country().isEmpty()
        && !one.country().equals(other.country());
  }

  /** Whether the event is one of the two. */
  public boolean has(CalendarEvent event) {
    return one.id().equals(event.id()) || other.id().equals(event.id());
  }

  private static LocalDate first(CalendarEvent event) {
    return java.util.Objects.requireNonNull(event.first());
  }

  private static LocalDate last(CalendarEvent event) {
    return java.util.Objects.requireNonNull(event.last());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
