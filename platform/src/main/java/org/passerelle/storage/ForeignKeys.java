package org.passerelle.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads the foreign keys from the database's own catalogue, so that a table added later is not
 * forgotten.
 */
@Component
class ForeignKeys {
  private final JdbcOperations jdbc;
  private @Nullable Map<String, List<Reference>> references;

  ForeignKeys(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A column that refers to the identifier of another table. */
  record Reference(String table, String column) {}

  /** Referring columns by the table they refer to. */
  synchronized Map<String, List<Reference>> to() {
    if (references == null) {
      references = jdbc.execute(ForeignKeys::read);
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
