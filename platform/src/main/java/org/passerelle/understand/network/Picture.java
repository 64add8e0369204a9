package org.passerelle.understand.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/**
 * The drawing: at most {@link #MOST} symbols and lines; in larger networks, groups are collapsed
 * into one symbol until they are expanded. Immutable.
 *
 * @param nodes actors and collapsed groups
 * @param lines one between two nodes, whatever number of ties it represents
 * @param actors number of displayed actors
 * @param ties number of displayed ties
 * @param aggregated whether groups are collapsed
 * @param opened expanded groups
 */
public record Picture(
    List<Node> nodes,
    List<Line> lines,
    int actors,
    int ties,
    boolean aggregated,
    Set<Integer> opened) {
  /** Maximum number of symbols and lines together. */
  public static final int MOST = 2_000;

  private static final Grading SOUND = Grading.of("4x4:B2");

  public Picture {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
    opened = Set.copyOf(opened);
  }

  /**
   * A symbol.
   *
   * @param id id of the actor, or {@code g} and the number of the group
   * @param kind kind of the actor, or {@code group}
   * @param members 1, or the number of actors in the group
   * @param v index of the actor in the measures, or −1
   */
  public record Node(
      String id,
      String kind,
      String label,
      boolean victim,
      double x,
      double y,
      int group,
      int members,
      int v) {}

  /**
   * A line.
   *
   * @param kinds kinds of its ties
   * @param doubt whether all of them are graded worse than B2
   * @param from first known day; empty if any is undated
   * @param to last known day; empty if any has no end
   */
  public record Line(
      String one,
      String other,
      int ties,
      Set<String> kinds,
      boolean doubt,
      boolean directed,
      String from,
      String to) {
    public Line {
      kinds = Set.copyOf(kinds);
    }
  }

  /**
   * Creates the drawing.
   *
   * @param wanted groups to expand, in this order while there is room
   */
  public static Picture of(
      Measured measured, Map<String, Positions.At> places, List<Integer> wanted) {
    int[] group = measured.groups().of();
    boolean whole = size(measured, null) <= MOST;
    Set<Integer> open = new HashSet<>();
    if (!whole) {
      for (int g : wanted) {
        Set<Integer> more = new HashSet<>(open);
        more.add(g);
        if (size(measured, more) <= MOST) {
          open = more;
        }
      }
    }
    List<Node> nodes = new ArrayList<>();
    Map<Integer, List<Integer>> closed = new LinkedHashMap<>();
    Map<String, String> stands = new HashMap<>();
    List<Actor> actors = measured.network().actors();
    for (int v = 0; v < actors.size(); v++) {
      Actor actor = actors.get(v);
      if (whole || open.contains(group[v])) {
        nodes.add(node(actor, v, group[v], places));
        stands.put(actor.id(), actor.id());
      } else {
        closed.computeIfAbsent(group[v], g -> new ArrayList<>()).add(v);
        stands.put(actor.id(), "g" + group[v]);
      }
    }
    closed.forEach((g, members) -> nodes.add(together(g, members, actors, places)));
    return new Picture(
        nodes,
        lines(measured.network().ties(), stands),
        actors.size(),
        measured.network().ties().size(),
        !whole,
        open);
  }

  private static Node node(Actor actor, int v, int group, Map<String, Positions.At> places) {
    Positions.At at = places.getOrDefault(actor.id(), new Positions.At(0, 0));
    return new Node(
        actor.id(),
        actor.kind().code(),
        actor.label(),
        actor.victim(),
        at.x(),
        at.y(),
        group,
        1,
        v);
  }

  private static Node together(
      int group, List<Integer> members, List<Actor> actors, Map<String, Positions.At> places) {
    double x = 0;
    double y = 0;
    for (int v : members) {
      Positions.At at = places.getOrDefault(actors.get(v).id(), new Positions.At(0, 0));
      x += at.x();
      y += at.y();
    }
    return new Node(
        "g" + group,
        "group",
        Integer.toString(group + 1),
        false,
        x / members.size(),
        y / members.size(),
        group,
        members.size(),
        -1);
  }

  private static List<Line> lines(List<Tie> ties, Map<String, String> stands) {
    Map<List<String>, List<Tie>> between = new LinkedHashMap<>();
    for (Tie tie : ties) {
      String one = stands.getOrDefault(tie.source(), "");
      String other = stands.getOrDefault(tie.target(), "");
      if (!one.equals(other)) {
        between
            .computeIfAbsent(
                one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one),
                key -> new ArrayList<>())
            .add(tie);
      }
    }
    return between.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue(), stands))
        .toList();
  }

  /** Whether a tie is reliable: graded B2 or better, or not graded. */
  public static boolean sound(Tie tie) {
    return tie.grading() == null || tie.grading().atLeast(SOUND);
  }

  private static Line line(List<String> ends, List<Tie> ties, Map<String, String> stands) {
    Set<String> kinds = new TreeSet<>();
    @Nullable String from = null;
    @Nullable String to = null;
    boolean undated = false;
    boolean endless = false;
    boolean sound = false;
    for (Tie tie : ties) {
      kinds.add(tie.kind());
      sound |= sound(tie);
      if (tie.period().from().isEmpty()) {
        undated = true;
      } else {
        String day = tie.period().firstDay().toString();
        from = from == null || day.compareTo(from) < 0 ? day : from;
      }
      if (tie.period().to().isEmpty()) {
        endless = true;
      } else {
        String day = tie.period().lastDay().toString();
        to = to == null || day.compareTo(to) > 0 ? day : to;
      }
    }
    boolean same =
        ties.stream().allMatch(t -> ends.get(0).equals(stands.getOrDefault(t.source(), "")));
    boolean turned =
        ties.stream().allMatch(t -> ends.get(1).equals(stands.getOrDefault(t.source(), "")));
    boolean directed = ties.stream().allMatch(Tie::directed) && (same || turned);
    return new Line(
        ends.get(turned && directed ? 1 : 0),
        ends.get(turned && directed ? 0 : 1),
        ties.size(),
        kinds,
        !sound,
        directed,
        undated || from == null ? "" : from,
        endless || to == null ? "" : to);
  }

  /** Number of symbols and lines if these groups are expanded; null for all. */
  private static int size(Measured measured, @Nullable Set<Integer> open) {
    int[] group = measured.groups().of();
    List<Actor> actors = measured.network().actors();
    Map<String, String> stands = new HashMap<>();
    for (int v = 0; v < actors.size(); v++) {
      stands.put(
          actors.get(v).id(),
          open == null || open.contains(group[v]) ? actors.get(v).id() : "g" + group[v]);
    }
    Set<String> signs = new HashSet<>(stands.values());
    Set<List<String>> lines = new HashSet<>();
    for (Tie tie : measured.network().ties()) {
      String one = stands.getOrDefault(tie.source(), "");
      String other = stands.getOrDefault(tie.target(), "");
      if (!one.equals(other)) {
        lines.add(one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one));
      }
    }
    return signs.size() + lines.size();
  }
}
