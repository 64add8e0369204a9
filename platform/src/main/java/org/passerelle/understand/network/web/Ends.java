package org.passerelle.understand.network.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.HeldActor;
import org.passerelle.understand.network.NetworkState;

/**
 * Actors by the names under which a form offers them: the label, with a number where several have
 * the same one.
 */
public final class Ends {
  /** Most characters of such a name. */
  public static final int LONGEST = 320;

  /** Stands in while the errors say that nobody is meant. */
  public static final UUID NOBODY = new UUID(0, 0);

  private Ends() {}

  /** All names, in the order of the actors. */
  public static Map<UUID, String> names(NetworkState state) {
    Map<String, Integer> uses = new HashMap<>();
    Map<UUID, String> names = new java.util.LinkedHashMap<>();
    for (HeldActor actor : state.actors()) {
      if (actor.state().mergedInto() == null) {
        int number = uses.merge(actor.state().label(), 1, Integer::sum);
        names.put(
            actor.id(),
            number == 1 ? actor.state().label() : actor.state().label() + " (" + number + ")");
      }
    }
    return names;
  }

  /** Names to choose from. */
  public static List<String> all(NetworkState state) {
    return List.copyOf(names(state).values());
  }

  /** What a form calls an actor. */
  static String name(HeldActor actor, NetworkState state) {
    return names(state).getOrDefault(actor.id(), actor.state().label());
  }

  /** Whom a name means. */
  public static Optional<UUID> named(String name, NetworkState state) {
    String typed = name.strip();
    return names(state).entrySet().stream()
        .filter(entry -> entry.getValue().equals(typed))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whom a field of a form means; it must be somebody. */
  public static UUID read(String field, Filled form, NetworkState state) {
    String name = form.neededText(field, LONGEST);
    Optional<UUID> meant = name.isEmpty() ? Optional.empty() : named(name, state);
    if (!name.isEmpty() && meant.isEmpty()) {
      form.errors().add(field, "network.end.unknown");
    }
    return meant.orElse(NOBODY);
  }
}
