package org.passerelle.understand.network;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a network is displayed: filter, symbols, selection. All of it is encoded in the address and
 * contains no names, so that a view can be saved.
 *
 * @param size measure that determines the size of symbols; empty for equal size
 * @param colour {@code kind}, {@code group} or a measure
 * @param resolution resolution of the groups, from 0.1 to 10; default 1
 * @param open groups drawn member by member if not all can be
 * @param selected an actor, a tie, or {@code g} and the number of a group; empty for none
 * @param from start of a path, or null
 * @param to end of a path, or null
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
  /** The default. */
  public static final Look USUAL =
      new Look(Lens.ALL, "degree", "kind", 1, List.of(), "", null, null);

  /** What symbols can be coloured by, besides measures. */
  public static final Set<String> COLOURS = Set.of("kind", "group");

  public Look {
    open = List.copyOf(open);
  }

  /** The same with victims hidden. */
  public Look withoutVictims() {
    return new Look(lens.withoutVictims(), size, colour, resolution, open, selected, from, to);
  }
}
