package org.passerelle.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Cascading delete: deletes rows with everything that refers to them by a foreign key, deepest
 * first. It reads the foreign keys from the database, so that a table added later is not forgotten.
 * Only for erasure; nothing else is ever deleted.
 */
@Component
public class CascadeDelete {
  /** Attempts to delete rows inserted concurrently before giving up. */
  private static final int ATTEMPTS = 5;

  private static final int DEEPEST = 8;
  private final ForeignKeys keys;
  private final NamedParameterJdbcOperations named;
  private final ApplicationEventPublisher events;

  CascadeDelete(
      ForeignKeys keys, NamedParameterJdbcOperations named, ApplicationEventPublisher events) {
    this.keys = keys;
    this.named = named;
    this.events = events;
  }

  /** Rows were deleted to which others can refer. Published in the transaction of the erasure. */
  record RowsDeleted(String table, List<UUID> ids) {
    RowsDeleted {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Deletes rows and all rows below them.
   *
   * @param table with the key column {@code id}
   * @param ids identifiers of its rows
   */
  public void delete(String table, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      delete(table, "id", List.copyOf(ids), 0, 0);
    }
  }

  /**
   * The same for a table that no foreign key leads to.
   *
   * @param column the column that names what is erased
   */
  public void delete(String table, String column, Collection<UUID> values) {
    if (!values.isEmpty()) {
      delete(table, column, List.copyOf(values), 0, 0);
    }
  }

  private int delete(String table, String column, List<UUID> values, int depth, int again) {
    if (depth > DEEPEST) {
      throw new IllegalStateException(
          "Tables around %s refer to each other in a cycle.".formatted(table));
    }
    int deleted = 0;
    List<ForeignKeys.Reference> below = keys.to().getOrDefault(table, List.of());
    if (!below.isEmpty()) {
      List<UUID> ids =
          column.equals("id")
              ? values
              : named.queryForList(
                  keys.rowsOf(table, column).ids(), Map.of("values", values), UUID.class);
      if (!ids.isEmpty()) {
        deleted = deleteBelow(table, ids, depth);
        events.publishEvent(new RowsDeleted(table, ids));
      }
    }
    try {
      return deleted + named.update(keys.rowsOf(table, column).delete(), Map.of("values", values));
    } catch (DataIntegrityViolationException refused) {
      if (!ParentRowGone.is(refused) || below.isEmpty() || again >= ATTEMPTS) {
        throw refused;
      }
      // on H2 a writer below a row does not wait for its lock: delete what was inserted meanwhile
      // as well; on PostgreSQL nothing can be inserted meanwhile
      return delete(table, column, values, depth, again + 1);
    }
  }

  /**
   * Deletes what refers to rows that are gone.
   *
   * @return how many rows; none below a row that is there, because its erasure was not committed
   */
  int deleteBelow(RowsDeleted gone) {
    List<UUID> ids = new ArrayList<>(gone.ids);
    ids.removeAll(
        named.queryForList(
            keys.rowsOf(gone.table, "id").ids(), Map.of("values", gone.ids), UUID.class));
    return ids.isEmpty() ? 0 : deleteBelow(gone.table, ids, 0);
  }

  private int deleteBelow(String table, List<UUID> ids, int depth) {
    int deleted = 0;
    for (ForeignKeys.Reference reference : keys.to().getOrDefault(table, List.of())) {
      if (!reference.table().equals(table)) {
        deleted += delete(reference.table(), reference.column(), ids, depth + 1, 0);
      }
    }
    return deleted;
  }
}
