package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;

/** Reads a table with one actor per row. */
final class ActorTable {
  private ActorTable() {}

  /**
   * The actors in their order.
   *
   * @param ends names used by ties: a first line that begins with one of them is not a header
   * @param notices receives remarks on values that were not understood
   */
  static List<Actor> read(Source file, Mapping mapping, Set<String> ends, List<Sentence> notices)
      throws IOException {
    Rows rows = Rows.read(file, mapping.encoding(), mapping.separator());
    if (rows.size() == 0) {
      throw new BadNetwork(Wording.NO_ROW_OF_ACTORS, rows.name());
    }
    boolean named = !mapping.actors().isEmpty() || namesColumns(rows.row(0)[0], ends);
    Columns columns =
        named
            ? Columns.byName(rows.row(0), mapping.actors(), Field.OF_ACTORS, rows.name())
            : Columns.byPlace(rows.row(0).length, Field.ID, Field.LABEL);
    if (!columns.has(Field.ID)) {
      columns.put(Field.ID, 0);
    }
    if (named) {
      columns
          .keptAsIs(Field.KIND, rows, mapping.actors(), cell -> kind(cell))
          .ifPresent(notices::add);
      columns
          .keptAsIs(Field.VICTIM, rows, mapping.actors(), cell -> Columns.yes(cell, false))
          .ifPresent(notices::add);
    }
    List<Actor> actors = new ArrayList<>(rows.size());
    Set<String> known = new HashSet<>();
    for (int r = named ? 1 : 0; r < rows.size(); r++) {
      Actor actor = actor(rows, r, columns);
      if (!known.add(actor.id())) {
        throw new BadNetwork(Wording.ACTOR_TWICE, rows.where(r), actor.id());
      }
      actors.add(actor);
    }
    return actors;
  }

  private static boolean namesColumns(String first, Set<String> ends) {
    return first.isEmpty()
        || Field.byColumn(first, Field.OF_ACTORS).isPresent()
        || (!ends.contains(first) && Double.isNaN(Rows.number(first)));
  }

  private static Actor actor(Rows rows, int r, Columns columns) {
    String[] row = rows.row(r);
    String id = columns.value(row, Field.ID);
    if (id.isEmpty()) {
      throw new BadNetwork(Wording.ACTOR_NAMELESS, rows.where(r));
    }
    String label = columns.value(row, Field.LABEL);
    String kind = columns.value(row, Field.KIND);
    try {
      return new Actor(
          id,
          kind.isEmpty() ? ActorKind.OTHER : kind(kind),
          label.isEmpty() ? id : label,
          Columns.yes(columns.value(row, Field.VICTIM), false),
          columns.attributes(row));
    } catch (BadNetwork e) {
      throw e.in(rows.where(r));
    }
  }

  private static ActorKind kind(String code) {
    return ActorKind.of(code).orElseThrow(() -> new BadNetwork(Wording.NO_KIND, code, codes()));
  }

  private static String codes() {
    List<String> codes = new ArrayList<>();
    for (ActorKind kind : ActorKind.values()) {
      codes.add(kind.code());
    }
    return String.join(", ", codes);
  }
}
