package org.passerelle.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person, organisation or thing that has ties. Immutable.
 *
 * @param id unique in its network
 * @param label display name; the id if nothing else is known
 * @param victim whether it is a presumed or identified victim, who is excluded from exports by
 *     default
 * @param attributes other attributes by name; each may have several values
 */
public record Actor(
    String id, ActorKind kind, String label, boolean victim, Map<String, List<String>> attributes) {

  /** Copies the attributes in their order. */
  public Actor {
    if (id.isBlank()) {
      throw new BadNetwork(Wording.NAMELESS);
    }
    attributes = copy(attributes);
  }

  /** An actor of whom only the name is known. */
  public static Actor named(String id) {
    return new Actor(id, ActorKind.OTHER, id, false, Map.of());
  }

  /** The first value of an attribute; empty if there is none. */
  public String value(String attribute) {
    return attributes.getOrDefault(attribute, List.of("")).get(0);
  }

  static Map<String, List<String>> copy(Map<String, List<String>> attributes) {
    if (attributes.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> copy = new LinkedHashMap<>();
    attributes.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            copy.put(name, List.copyOf(values));
          }
        });
    return Collections.unmodifiableMap(copy);
  }
}
