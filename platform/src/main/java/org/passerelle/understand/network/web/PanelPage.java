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
import org.passerelle.understand.network.HeldActor;
import org.passerelle.understand.network.HeldTie;
import org.passerelle.understand.network.Notes;

/**
 * What is known of whoever is selected.
 *
 * @param actor the actor as it is measured, or null
 * @param tie the tie, or null
 * @param group number of the group, or −1
 * @param members of the group, the most tied first
 * @param positions by measures
 * @param falls into how many parts the whole falls without the actor, beside those it has
 * @param merged actors taken to be one with this one
 * @param ties of the actor, or between the two of the tie
 * @param others who stands at the other end, by tie
 * @param ways labels along each of the shortest ways asked for
 * @param hidden whether the selected one is not looked at through the lens
 */
public record PanelPage(
    @Nullable Actor actor,
    @Nullable HeldTie tie,
    int group,
    List<Actor> members,
    List<Position> positions,
    int falls,
    List<HeldActor> merged,
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

  /** Most ties listed at once. */
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
   * @param value NaN where there is none
   * @param place 1 for the first; 0 where it is not ranked
   * @param low value if the doubtful ties are false or true, the lower one
   * @param high the higher one
   */
  public record Position(
      String measure, double value, int place, int among, double low, double high) {
    /** Whether doubtful ties decide anything. */
    public boolean open() {
      return high - low > 1e-9;
    }
  }

  /** What is known of an actor, in words where the house has some. */
  public static String fact(String name, Page page) {
    return KNOWN.contains(name) ? page.text("network.fact." + name.replace(' ', '-')) : name;
  }

  /** Ties that are shown. */
  public List<Tie> shown() {
    return ties.size() > MOST_TIES ? ties.subList(0, MOST_TIES) : ties;
  }

  /** Who stands at the other end of a tie. */
  public Optional<Actor> other(Tie tie) {
    return Optional.ofNullable(others.get(tie.id()));
  }

  /** What a colleague is called. */
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

  /** Without the hour that a file may give. */
  private static String day(String date) {
    return date.replaceFirst("T.*", "");
  }
}
