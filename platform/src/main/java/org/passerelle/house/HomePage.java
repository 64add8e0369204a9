package org.passerelle.house;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Room;
import org.passerelle.pages.StartPage;
import org.passerelle.pages.Today;

/**
 * What needs the user's attention today, and where in the region.
 *
 * @param pressing whether somebody is in immediate need
 * @param news what others did since the last visit, newest first
 * @param late other deadlines that have passed
 * @param today due before midnight
 * @param soon due within a week
 * @param later what is open and due later, or has no day; of those with cases, only the latter
 * @param changed what others changed since the last visit, for whoever steers
 * @param places countries with their figures and position on the map; empty for roles without cases
 * @param elsewhere totals of countries outside the map
 * @param start starting point for roles whose day is not about cases, or null
 */
public record HomePage(
    List<Today.Item> pressing,
    List<Today.Item> news,
    List<Today.Item> late,
    List<Today.Item> today,
    List<Today.Item> soon,
    List<Today.Item> later,
    Changed changed,
    List<Place> places,
    Counted elsewhere,
    StartPage.@Nullable Start start) {
  /** The page where a role does its own work, although many others can open it too. */
  private static final Map<Role, String> OWN =
      Map.of(
          Role.TRAINER, "/partner/trainings",
          Role.PROSECUTOR, "/prosecute",
          Role.INVESTIGATOR, "/prosecute",
          Role.TRIAGE_OFFICER, "/prevent/tips",
          Role.ADMINISTRATOR, "/house/users");

  static HomePage of(
      List<Today.Item> items,
      Changed changed,
      List<Place> places,
      Counted elsewhere,
      StartPage.@Nullable Start start,
      Page page) {
    Instant now = page.moments().now();
    Instant midnight = page.moments().midnight();
    Instant week = page.moments().week();
    List<Today.Item> pressing =
        items.stream().filter(i -> i.pressing() && i.due().isBefore(week)).toList();
    List<Today.Item> others = items.stream().filter(i -> !i.pressing() && !i.news()).toList();
    return new HomePage(
        pressing,
        items.stream()
            .filter(Today.Item::news)
            .sorted(Comparator.comparing(Today.Item::due).reversed())
            .toList(),
        others.stream().filter(i -> i.due().isBefore(now)).toList(),
        others.stream().filter(i -> !i.due().isBefore(now) && i.due().isBefore(midnight)).toList(),
        others.stream().filter(i -> !i.due().isBefore(midnight) && i.due().isBefore(week)).toList(),
        others.stream()
            .filter(i -> !i.due().isBefore(week) && (!i.dated() || !page.searches()))
            .toList(),
        changed,
        places,
        elsewhere,
        start);
  }

  /**
   * Where a user without cases can go: their role's own work first, then pages that few roles can
   * open, then pages that everybody can.
   */
  public List<Way> ways(Page page) {
    return page.rooms().stream()
        .flatMap(room -> room.entries().stream().map(entry -> new Way(entry, room.name())))
        .sorted(
            Comparator.comparing((Way way) -> !isOwn(way.entry, page))
                .thenComparing(way -> way.entry.shared()))
        .toList();
  }

  private static boolean isOwn(Room.Entry entry, Page page) {
    SignedIn who = page.who();
    return who != null
        && OWN.entrySet().stream()
            .anyMatch(own -> who.is(own.getKey()) && entry.href().equals(own.getValue()));
  }

  /** A page and the module it belongs to. */
  public record Way(Room.Entry entry, String room) {}

  /**
   * What comes next while nothing is urgent or late; null if something is, or nothing has a day.
   */
  public Today.@Nullable Item next() {
    return pressing.isEmpty() && late.isEmpty()
        ? Stream.of(today, soon, later)
            .flatMap(List::stream)
            .filter(Today.Item::dated)
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Whether the map has anything to show to the user. */
  public boolean isMapped() {
    return start == null || all() > 0;
  }

  /** Open cases in all countries. */
  public int all() {
    return places.stream().mapToInt(Place::cases).sum() + elsewhere.cases();
  }

  /** Whether there is nothing at all to show. */
  public boolean isEmpty() {
    return urgent() + news.size() + comingUp() + open() == 0;
  }

  /** Number of items that cannot wait until tomorrow. */
  public int urgent() {
    return Today.Item.count(pressing) + Today.Item.count(late) + Today.Item.count(today);
  }

  /** Number of items due within a week. */
  public int comingUp() {
    return Today.Item.count(soon);
  }

  /** Number of items that are open without being due this week. */
  public int open() {
    return Today.Item.count(later);
  }

  /** Open cases, and how many of them are late. */
  public record Counted(int cases, int late) {}

  /**
   * A country on the map.
   *
   * @param x column in the map's grid
   * @param y row in the map's grid
   * @param most the largest number of cases of any country
   */
  public record Place(
      String country,
      String name,
      boolean footnote,
      int cases,
      int late,
      double x,
      double y,
      int most) {
    /** Radius of the dot: its area is proportional to the number. */
    public double radius() {
      return Math.round((10 + 14 * Math.sqrt((double) cases / most)) * 10) / 10.0;
    }

    /** A country with late cases is drawn as a square, so that colour is not the only signal. */
    public double corner() {
      return Math.round((x - radius()) * 10) / 10.0;
    }

    /** Upper edge of the square. */
    public double top() {
      return Math.round((y - radius()) * 10) / 10.0;
    }
  }
}
