package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;
import org.passerelle.network.Tie;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.understand.network.InterviewStatements;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.NetworkPictures;
import org.passerelle.understand.network.Notes;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Picture;
import org.passerelle.understand.network.Quotes;
import org.passerelle.understand.network.StoredActor;
import org.passerelle.understand.network.StoredTie;
import org.springframework.stereotype.Component;

/** Loads the panel of the selected element, with the evidence. */
@Component
class Panels {
  /** Beyond this size the effect of doubtful ties is not computed on every request. */
  private static final int RANGED = 2_500;

  private static final int MEMBERS = 40;
  private final Notes notes;
  private final List<Quotes> quotes;
  private final Users users;

  Panels(Notes notes, List<Quotes> quotes, Users users) {
    this.notes = notes;
    this.quotes = List.copyOf(quotes);
    this.users = users;
  }

  PanelPage of(OpenedNetwork opened, Measured measured, Look look, SignedIn who) {
    List<List<Actor>> ways =
        NetworkPictures.ways(measured, look).stream()
            .map(way -> way.vertices().stream().map(measured.network().actors()::get).toList())
            .toList();
    String selected = look.selected();
    if (selected.isEmpty()) {
      return new PanelPage(
          null, null, -1, List.of(), List.of(), 0, List.of(), List.of(), Map.of(), List.of(),
          Map.of(), ways, false);
    }
    if (selected.startsWith("g")) {
      return group(Integer.parseInt(selected.substring(1)), measured, ways);
    }
    UUID id = UUID.fromString(selected);
    UUID root = opened.state().roots().apply(id);
    Optional<Actor> actor =
        opened.network().actors().stream().filter(a -> a.id().equals(root.toString())).findFirst();
    return actor.isPresent()
        ? actor(actor.get(), root, opened, measured, ways, who)
        : tie(opened.state().tie(id).orElse(null), opened, ways, who);
  }

  /** Statements in interviews about the selected element or those merged with it. */
  List<InterviewStatements> said(OpenedNetwork opened, Look look, SignedIn who) {
    if (look.selected().isEmpty() || look.selected().startsWith("g")) {
      return List.of();
    }
    UUID selected = UUID.fromString(look.selected());
    UnaryOperator<UUID> roots = opened.state().roots();
    List<UUID> one =
        opened.state().actors().stream()
            .map(StoredActor::id)
            .filter(id -> roots.apply(id).equals(roots.apply(selected)))
            .toList();
    boolean tie = opened.state().tie(selected).isPresent();
    return quotes.stream()
        .flatMap(q -> q.about(opened.id(), tie ? List.of(selected) : one, who).stream())
        .toList();
  }

  private static PanelPage group(int group, Measured measured, List<List<Actor>> ways) {
    int[] of = measured.groups().of();
    List<Actor> members =
        measured.ranking("degree").stream()
            .filter(v -> of[v] == group)
            .limit(MEMBERS)
            .map(measured.network().actors()::get)
            .toList();
    return new PanelPage(
        null, null, group, members, List.of(), 0, List.of(), List.of(), Map.of(), List.of(),
        Map.of(), ways, false);
  }

  private PanelPage actor(
      Actor actor,
      UUID root,
      OpenedNetwork opened,
      Measured measured,
      List<List<Actor>> ways,
      SignedIn who) {
    Integer v = measured.number(actor.id());
    Map<String, Actor> byId = new HashMap<>();
    opened.network().actors().forEach(a -> byId.put(a.id(), a));
    CaseNetwork shown = v == null ? opened.network() : measured.network();
    Map<String, Actor> others = new HashMap<>();
    List<Tie> ties =
        shown.ties().stream()
            .filter(t -> t.source().equals(actor.id()) || t.target().equals(actor.id()))
            .sorted(Comparator.comparing((Tie t) -> t.period().firstDay()).thenComparing(Tie::kind))
            .toList();
    for (Tie tie : ties) {
      Actor other = byId.get(tie.source().equals(actor.id()) ? tie.target() : tie.source());
      if (other != null) {
        others.put(tie.id(), other);
      }
    }
    List<Notes.Note> about = about(opened.id(), root, who);
    return new PanelPage(
        actor,
        null,
        v == null ? -1 : measured.groups().of()[v],
        List.of(),
        v == null ? List.of() : positions(measured, v),
        v == null ? 0 : falls(measured, actor.id()),
        opened.state().actors().stream()
            .filter(a -> a.state().mergedInto() != null)
            .filter(a -> opened.state().roots().apply(a.id()).equals(root))
            .toList(),
        ties,
        others,
        about,
        names(about),
        ways,
        v == null);
  }

  private PanelPage tie(
      @Nullable StoredTie tie, OpenedNetwork opened, List<List<Actor>> ways, SignedIn who) {
    if (tie == null) {
      return new PanelPage(
          null, null, -1, List.of(), List.of(), 0, List.of(), List.of(), Map.of(), List.of(),
          Map.of(), ways, true);
    }
    Map<String, Actor> ends = new HashMap<>();
    Set<String> two =
        Set.of(
            opened.state().roots().apply(tie.state().source()).toString(),
            opened.state().roots().apply(tie.state().target()).toString());
    opened.network().actors().stream()
        .filter(a -> two.contains(a.id()))
        .forEach(a -> ends.put(a.id(), a));
    List<Tie> between =
        opened.network().ties().stream()
            .filter(t -> two.contains(t.source()) && two.contains(t.target()))
            .toList();
    List<Notes.Note> about = about(opened.id(), tie.id(), who);
    return new PanelPage(
        null,
        tie,
        -1,
        List.of(),
        List.of(),
        0,
        List.of(),
        between,
        ends,
        about,
        names(about),
        ways,
        false);
  }

  private List<Notes.Note> about(UUID network, UUID element, SignedIn who) {
    return notes.all(network, who).stream().filter(n -> element.equals(n.element())).toList();
  }

  private Map<UUID, String> names(List<Notes.Note> notes) {
    return users.names(notes.stream().map(Notes.Note::by).distinct().toList());
  }

  private static List<PanelPage.Position> positions(Measured measured, int v) {
    CaseNetwork sound = measured.network().withTies(t -> Picture.sound(t));
    Map<String, Double> surely = new HashMap<>();
    boolean doubts = sound.ties().size() < measured.network().ties().size();
    if (doubts && measured.graph().size() <= RANGED) {
      var graph = sound.graph(false, GraphBuilder.Parallel.SUM);
      surely.put("degree", (double) Degrees.of(graph)[v]);
      surely.put("betweenness", Geodesics.exact(graph, Progress.SILENT).betweenness()[v]);
    }
    List<PanelPage.Position> positions = new ArrayList<>();
    boolean ranked = !measured.network().actors().get(v).victim();
    for (String measure : Measured.NAMES) {
      double value = measured.values(measure)[v];
      double other = surely.getOrDefault(measure, value);
      positions.add(
          new PanelPage.Position(
              measure,
              value,
              ranked && Double.isFinite(value) ? measured.place(v, measure) : 0,
              measured.among(v),
              Math.min(value, other),
              Math.max(value, other)));
    }
    return positions;
  }

  /** Number of additional components without an actor. */
  private static int falls(Measured measured, String id) {
    CaseNetwork without = measured.network().withActors(a -> !a.id().equals(id));
    return Components.of(without.graph(false, GraphBuilder.Parallel.SUM)).count()
        - measured.parts();
  }
}
