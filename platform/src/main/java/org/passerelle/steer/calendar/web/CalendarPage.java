package org.passerelle.steer.calendar.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;

/**
 * The calendar page in the reader's language.
 *
 * @param asked filters and view
 * @param countries countries with events
 * @param at the day that separates “In brief” from “To come”, in words
 * @param points days at which the list can be split
 * @param groups groups of events; every event that matches the filters is in one
 * @param clashes clashes between events
 * @param month the month view, or null for the list
 * @param feeds feeds for subscription
 * @param shown number of events that match the filters
 * @param total number of all events
 */
public record CalendarPage(
    Asked asked,
    List<Option> countries,
    List<Option> pillars,
    List<Option> types,
    String at,
    List<Point> points,
    List<Group> groups,
    List<ClashLine> clashes,
    @Nullable MonthGrid month,
    List<Feed> feeds,
    int shown,
    int total,
    List<String> footnotes) {
  public CalendarPage {
    countries = List.copyOf(countries);
    pillars = List.copyOf(pillars);
    types = List.copyOf(types);
    points = List.copyOf(points);
    groups = List.copyOf(groups);
    clashes = List.copyOf(clashes);
    feeds = List.copyOf(feeds);
    footnotes = List.copyOf(footnotes);
  }

  /** A day at which the list can be split, with its label. */
  public record Point(String word, String href, boolean current) {}

  /**
   * Events under one heading.
   *
   * @param key {@code to-come}, {@code in-brief}, {@code no-date}, {@code month}, {@code year}
   */
  public record Group(String key, String title, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An event in a list.
   *
   * @param vague whether its days are unknown
   * @param href link to its entry, or empty on the public page
   * @param clashes whether it clashes with another event
   */
  public record Line(
      String id,
      String when,
      boolean vague,
      String title,
      String href,
      String type,
      String where,
      String organisers,
      String project,
      String projectHref,
      boolean clashes) {}

  /** Two events on the same days in different places. */
  public record ClashLine(String when, Line one, Line other) {}

  /** A feed with its name. */
  public record Feed(String name, String href) {}

  /**
   * A month, week by week.
   *
   * @param previous link to the previous month
   * @param next link to the next month
   * @param year months of the year with the number of events in each
   */
  public record MonthGrid(
      String title,
      List<String> weekdays,
      List<List<Day>> weeks,
      String previous,
      String next,
      List<MonthLink> year) {
    public MonthGrid {
      weekdays = List.copyOf(weekdays);
      weeks = weeks.stream().map(List::copyOf).toList();
      year = List.copyOf(year);
    }

    /** Whether it has no events. */
    public boolean isEmpty() {
      return weeks.stream().flatMap(List::stream).allMatch(day -> day.events().isEmpty());
    }
  }

  /** A day of the month view; its label is for screen readers and phones. */
  public record Day(
      LocalDate date, String word, boolean inMonth, boolean today, List<Line> events) {
    public Day {
      events = List.copyOf(events);
    }
  }

  /** A month of the displayed year. */
  public record MonthLink(String word, String href, int events, boolean current) {}
}
