package org.passerelle.understand.network.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.StoredActor;

/** Actors by their names in forms: the label, with a number if several have the same one. */
public final class Ends {
  /** Maximum length of such a name. */
  public static final int LONGEST = 320;

  /** Placeholder while the errors say that no actor is selected. */
  public static final UUID NOBODY = new UUID(0, 0);

  private Ends() {}

  /** All names, in the order of the actors. */
  public static Map<UUID, String> names(NetworkState state) {
    Map<String, Integer> uses = new HashMap<>();
    Map<UUID, String> names = new java.util.LinkedHashMap<>();
    for (StoredActor actor : state.actors()) {
      if (actor.state().mergedInto() == null) {
        int number = uses.merge(actor.state().label(), 1, Integer::sum);
        names.put(
            actor.id(),
            number == 1 ? actor.state().label() : actor.state().label() + " (" + number + ")");
      }
    }
    return names;
  }

  /** Options for an actor. */
  public static List<String> all(NetworkState state) {
    return List.copyOf(names(state).values());
  }

  /** An actor's name in forms. */
  static String name(StoredActor actor, NetworkState state) {
    return names(state).getOrDefault(actor.id(), actor.state().label());
  }

  /** The actor with a name. */
  public static Optional<UUID> named(String name, NetworkState state) {
    String typed = name.strip();
    return names(state).entrySet().stream()
        .filter(entry -> entry.getValue().equals(typed))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The actor in a field of a form; required. */
  public static UUID read(String field, Filled form, NetworkState state) {
    String name = form.neededText(field, LONGEST);
    Optional<UUID> meant = name.isEmpty() ? Optional.empty() : named(name, state);
    if (!name.isEmpty() && meant.isEmpty()) {
      form.errors().add(field, "network.end.unknown");
    }
    return meant.orElse(NOBODY);
  }
}
