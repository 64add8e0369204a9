package org.passerelle.understand.network;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at a network: through which lens, with which signs, at whom. All of it stands
 * in the address, no word of it is a name, so that a look can be kept.
 *
 * @param size measure that signs are as large as; empty for all alike
 * @param colour {@code kind}, {@code group} or a measure
 * @param resolution of the groups, from 0.1 to 10; 1 is usual
 * @param open groups to draw member by member where not all can be
 * @param selected actor, tie, or {@code g} and the number of a group; empty for nobody
 * @param from where a way begins, or null
 * @param to where it ends, or null
 */
public record Look(
    Lens lens,
    String size,
    String colour,
    double resolution,
    List<Integer> open,
    String selected,
    @Nullable UUID from,
    @Nullable UUID to) {
  /** How it looks when nobody says. */
  public static final Look USUAL =
      new Look(Lens.ALL, "degree", "kind", 1, List.of(), "", null, null);

  /** What signs can be coloured by, besides measures. */
  public static final Set<String> COLOURS = Set.of("kind", "group");

  public Look {
    open = List.copyOf(open);
  }
}
