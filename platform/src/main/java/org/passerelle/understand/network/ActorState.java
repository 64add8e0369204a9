package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;

/**
 * What the team says of an actor, as it is stored.
 *
 * @param ref what the file it came from calls it; empty for one that was entered here
 * @param victim a presumed or identified victim, under a pseudonym
 * @param mergedInto the actor that it is taken to be one with, or null
 */
public record ActorState(
    String ref,
    ActorKind kind,
    String label,
    boolean victim,
    Map<String, List<String>> attributes,
    @Nullable UUID mergedInto) {

  /** The same, taken to be one with another, or with nobody. */
  public ActorState merged(@Nullable UUID into) {
    return new ActorState(ref, kind, label, victim, attributes, into);
  }

  /** As the engine knows it. */
  Actor actor(UUID id) {
    return new Actor(id.toString(), kind, label, victim, attributes);
  }

  /** As it stands in a file. */
  static ActorState of(Actor actor) {
    return new ActorState(
        actor.id(), actor.kind(), actor.label(), actor.victim(), actor.attributes(), null);
  }
}
