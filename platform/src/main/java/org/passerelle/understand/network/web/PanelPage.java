package org.passerelle.understand.network.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateSpans;
import org.passerelle.network.Actor;
import org.passerelle.network.Tie;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.Notes;
import org.passerelle.understand.network.StoredActor;
import org.passerelle.understand.network.StoredTie;

/**
 * The panel of the selected element.
 *
 * @param actor the measured actor, or null
 * @param tie the tie, or null
 * @param group number of the group, or −1
 * @param members members of the group, those with most ties first
 * @param positions positions by measure
 * @param falls number of additional components without the actor
 * @param merged actors merged with this one
 * @param ties ties of the actor, or between the two ends of the tie
 * @param others actor at the other end, by tie
 * @param ways labels along each requested shortest path
 * @param hidden whether the selected element is excluded by the filter
 */
public record PanelPage(
    @Nullable Actor actor,
    @Nullable StoredTie tie,
    int group,
    List<Actor> members,
    List<Position> positions,
    int falls,
    List<StoredActor> merged,
    List<Tie> ties,
    Map<String, Actor> others,
    List<Notes.Note> notes,
    Map<UUID, String> names,
    List<List<Actor>> ways,
    boolean hidden) {
  private static final Set<String> KNOWN =
      Set.of(
          "role",
          "family",
          "country",
          "place",
          "sex",
          "minor",
          "form",
          "nationality",
          "first contact",
          "non-punishment");

  /** Maximum number of ties listed. */
  static final int MOST_TIES = 60;

  public PanelPage {
    members = List.copyOf(members);
    positions = List.copyOf(positions);
    merged = List.copyOf(merged);
    ties = List.copyOf(ties);
    others = Map.copyOf(others);
    notes = List.copyOf(notes);
    names = Map.copyOf(names);
    ways = List.copyOf(ways);
  }

  /**
   * A position by one measure.
   *
   * @param value NaN if undefined
   * @param place rank, 1 for the first; 0 if not ranked
   * @param low lowest value, depending on whether doubtful ties are true or false
   * @param high highest value
   */
  public record Position(
      String measure, double value, int place, int among, double low, double high) {
    /** Whether doubtful ties make a difference. */
    public boolean open() {
      return high - low > 1e-9;
    }
  }

  /** An attribute of an actor, translated if possible. */
  public static String fact(String name, Page page) {
    return KNOWN.contains(name) ? page.text("network.fact." + name.replace(' ', '-')) : name;
  }

  /** The listed ties. */
  public List<Tie> shown() {
    return ties.size() > MOST_TIES ? ties.subList(0, MOST_TIES) : ties;
  }

  /** The actor at the other end of a tie. */
  public Optional<Actor> other(Tie tie) {
    return Optional.ofNullable(others.get(tie.id()));
  }

  /** Name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** A period in words: “April 2019 – June 2020”, “since 2019”; empty if neither end is known. */
  public static String period(String from, String to, Page page) {
    String start = day(from);
    String end = day(to);
    if (end.isEmpty()) {
      return start.isEmpty() ? "" : page.moments().partial(start + "/..");
    }
    return start.isEmpty()
        ? page.moments().partial("../" + end)
        : new DateSpans(page.moments()).storedPeriod(start, end);
  }

  /** Removes the time that a file may give. */
  private static String day(String date) {
    return date.replaceFirst("T.*", "");
  }
}
