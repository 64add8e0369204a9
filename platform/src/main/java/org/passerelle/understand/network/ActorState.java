package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;

/**
 * An actor's attributes, as stored.
 *
 * @param ref identifier in the file it came from; empty if it was entered here
 * @param victim a presumed or identified victim, under a pseudonym
 * @param mergedInto the actor with which it was merged, or null
 */
public record ActorState(
    String ref,
    ActorKind kind,
    String label,
    boolean victim,
    Map<String, List<String>> attributes,
    @Nullable UUID mergedInto) {

  /** A copy merged with another actor, or separated. */
  public ActorState merged(@Nullable UUID into) {
    return new ActorState(ref, kind, label, victim, attributes, into);
  }

  /** As an actor of the engine. */
  Actor actor(UUID id) {
    return new Actor(id.toString(), kind, label, victim, attributes);
  }

  /** From an actor of a file. */
  static ActorState of(Actor actor) {
    return new ActorState(
        actor.id(), actor.kind(), actor.label(), actor.victim(), actor.attributes(), null);
  }
}
