package org.passerelle.understand.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a network; {@link History} undoes them. */
@Service
public class Changes {
  /** Maximum number of actors and ties together. */
  public static final int MOST = 60_000;

  private final Elements elements;
  private final Team team;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Changes(Elements elements, Teams teams, AuditLog audit, Identifiers identifiers) {
    this.elements = elements;
    this.team = teams.of(NetworkTeam.TABLE);
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** Adds an actor. */
  @Transactional
  public UUID addActor(UUID network, ActorState state, SignedIn who) {
    UUID id = identifiers.next();
    make(network, "actor.added", List.of(new Elements.New(id, true, null, state)), who);
    return id;
  }

  /** Stores a new state of an actor. */
  @Transactional
  public void changeActor(UUID network, UUID id, ActorState state, SignedIn who) {
    StoredActor held = actor(now(network, who), id);
    ActorState whole = state.merged(held.state().mergedInto());
    make(network, "actor.changed", List.of(new Elements.New(id, true, held.entry(), whole)), who);
  }

  /** Removes an actor with its ties; actors merged into it become separate again. */
  @Transactional
  public void removeActor(UUID network, UUID id, SignedIn who) {
    NetworkState now = now(network, who);
    StoredActor held = actor(now, id);
    List<Elements.New> states = new ArrayList<>();
    states.add(new Elements.New(id, true, held.entry(), null));
    for (StoredTie tie : now.ties()) {
      if (tie.state().source().equals(id) || tie.state().target().equals(id)) {
        states.add(new Elements.New(tie.id(), false, tie.entry(), null));
      }
    }
    for (StoredActor merged : now.mergedInto(id)) {
      states.add(new Elements.New(merged.id(), true, merged.entry(), merged.state().merged(null)));
    }
    make(network, "actor.removed", states, who);
  }

  /** Adds a tie between two actors of the network. */
  @Transactional
  public UUID addTie(UUID network, TieState state, SignedIn who) {
    UUID id = identifiers.next();
    addTie(network, id, "tie.added", state, who);
    return id;
  }

  /** Adds a suggested tie. */
  @Transactional
  public void takeSuggestion(UUID network, TieState state, SignedIn who) {
    addTie(network, identifiers.next(), "suggested", state, who);
  }

  private void addTie(UUID network, UUID id, String kind, TieState state, SignedIn who) {
    NetworkState now = now(network, who);
    @Nullable UUID entry = ends(now, state);
    make(network, kind, List.of(new Elements.New(id, false, entry, state)), who);
  }

  /** Stores a new state of a tie. */
  @Transactional
  public void changeTie(UUID network, UUID id, TieState state, SignedIn who) {
    NetworkState now = now(network, who);
    StoredTie held = now.tie(id).orElseThrow(NotFound::new);
    @Nullable UUID entry = ends(now, state);
    make(
        network,
        "tie.changed",
        List.of(new Elements.New(id, false, held.entry() == null ? entry : held.entry(), state)),
        who);
  }

  /** Removes a tie. */
  @Transactional
  public void removeTie(UUID network, UUID id, SignedIn who) {
    StoredTie held = now(network, who).tie(id).orElseThrow(NotFound::new);
    make(network, "tie.removed", List.of(new Elements.New(id, false, held.entry(), null)), who);
  }

  /**
   * Merges two actors; both are kept, and they can be separated again.
   *
   * @throws Refused if they are merged already, or are of different kinds
   */
  @Transactional
  public void merge(UUID network, UUID id, UUID into, SignedIn who) {
    NetworkState now = now(network, who);
    StoredActor one = actor(now, id);
    StoredActor other = actor(now, into);
    UnaryOperator<UUID> roots = now.roots();
    if (roots.apply(id).equals(roots.apply(into))) {
      throw new Refused("network.refused.one-already");
    }
    if (one.state().kind() != other.state().kind()) {
      throw new Refused("network.refused.kinds");
    }
    StoredActor root = actor(now, roots.apply(id));
    make(
        network,
        "merged",
        List.of(
            new Elements.New(
                root.id(), true, root.entry(), root.state().merged(roots.apply(into)))),
        who);
  }

  /** Separates a merged actor. */
  @Transactional
  public void part(UUID network, UUID id, SignedIn who) {
    StoredActor held = actor(now(network, who), id);
    if (held.state().mergedInto() != null) {
      make(
          network,
          "parted",
          List.of(new Elements.New(id, true, held.entry(), held.state().merged(null))),
          who);
    }
  }

  /**
   * Imports a network from a file, in one change. An actor of the same kind and name as an existing
   * one is identified with it; ties are added.
   *
   * @throws Refused if there would be too many
   */
  @Transactional
  public int enter(UUID network, CaseNetwork read, SignedIn who) {
    NetworkState now = now(network, who);
    if (now.actors().size() + now.ties().size() + read.actors().size() + read.ties().size()
        > MOST) {
      throw new Refused("network.refused.many", MOST);
    }
    Map<String, UUID> known = new HashMap<>();
    now.actors().forEach(a -> known.putIfAbsent(called(a.state()), a.id()));
    Map<String, UUID> ids = new HashMap<>();
    List<Elements.New> states = new ArrayList<>();
    for (Actor actor : read.actors()) {
      ActorState state = ActorState.of(actor);
      @Nullable UUID there = known.get(called(state));
      UUID id = there == null ? identifiers.next() : there;
      ids.put(actor.id(), id);
      if (there == null) {
        states.add(new Elements.New(id, true, null, state));
      }
    }
    for (Tie tie : read.ties()) {
      UUID source = Objects.requireNonNull(ids.get(tie.source()));
      UUID target = Objects.requireNonNull(ids.get(tie.target()));
      states.add(
          new Elements.New(identifiers.next(), false, null, TieState.of(tie, source, target)));
    }
    return make(network, "imported", states, who);
  }

  private static String called(ActorState state) {
    return state.kind() + " " + (state.ref().isEmpty() ? state.label() : state.ref());
  }

  /** Adds data of a case; the caller has checked the legal basis. */
  void enterCase(UUID network, List<Elements.New> states, SignedIn who) {
    make(network, "case", states, who);
  }

  private int make(UUID network, String kind, List<Elements.New> states, SignedIn who) {
    team.needs(network, who);
    int number = elements.change(network, kind, states, who);
    audit.write(who, "network.changed", "network", network, Map.of("what", kind));
    return number;
  }

  private NetworkState now(UUID network, SignedIn who) {
    team.needs(network, who);
    return elements.now(network);
  }

  private static StoredActor actor(NetworkState now, UUID id) {
    return now.actor(id).orElseThrow(NotFound::new);
  }

  /** Both ends must exist; a tie of an actor from a case belongs to that case. */
  private static @Nullable UUID ends(NetworkState now, TieState state) {
    @Nullable UUID one = actor(now, state.source()).entry();
    @Nullable UUID other = actor(now, state.target()).entry();
    return one == null ? other : one;
  }
}
