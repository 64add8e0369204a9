package org.passerelle.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Deletes rows with everything that refers to them by a foreign key, deepest first. It asks the
 * database which tables do, so that a table that is added later is not forgotten. Meant for
 * erasure; elsewhere nothing is deleted.
 */
@Component
public class RowsBelow {
  private static final int DEEPEST = 8;
  private final JdbcOperations jdbc;
  private final NamedParameterJdbcOperations named;
  private @Nullable Map<String, List<Reference>> references;

  RowsBelow(JdbcOperations jdbc, NamedParameterJdbcOperations named) {
    this.jdbc = jdbc;
    this.named = named;
  }

  /**
   * Deletes.
   *
   * @param table whose key is the column {@code id}
   * @param ids of its rows
   */
  public void delete(String table, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      delete(table, "id", List.copyOf(ids), 0);
    }
  }

  private void delete(String table, String column, List<UUID> values, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("Tables around %s refer to each other.".formatted(table));
    }
    List<Reference> below = references().getOrDefault(table, List.of());
    if (!below.isEmpty()) {
      List<UUID> ids =
          column.equals("id")
              ? values
              : named.queryForList(
                  "select id from %s where %s in (:values)".formatted(table, column),
                  Map.of("values", values),
                  UUID.class);
      if (!ids.isEmpty()) {
        for (Reference reference : below) {
          if (!reference.table.equals(table)) {
            delete(reference.table, reference.column, ids, depth + 1);
          }
        }
      }
    }
    named.update(
        "delete from %s where %s in (:values)".formatted(table, column), Map.of("values", values));
  }

  /** A column that refers to another table's identifier. */
  private record Reference(String table, String column) {}

  private synchronized Map<String, List<Reference>> references() {
    if (references == null) {
      references = jdbc.execute(RowsBelow::read);
    }
    return references == null ? Map.of() : references;
  }

  private static Map<String, List<Reference>> read(Connection connection) throws SQLException {
    Map<String, List<Reference>> all = new HashMap<>();
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("table_name"));
      }
    }
    for (String table : tables) {
      try (ResultSet keys = connection.getMetaData().getImportedKeys(null, "public", table)) {
        while (keys.next()) {
          all.computeIfAbsent(keys.getString("pktable_name"), t -> new ArrayList<>())
              .add(new Reference(table, keys.getString("fkcolumn_name")));
        }
      }
    }
    return all;
  }
}
