package org.passerelle.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads tables, columns and foreign keys from the database's own catalogue, so that a table added
 * later is not forgotten. Statements over them name what the catalogue names, quoted by the driver;
 * no name given by a caller becomes part of one.
 */
@Component
class ForeignKeys {
  private final JdbcOperations jdbc;
  private @Nullable Catalogue catalogue;

  ForeignKeys(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A column of a table; among the foreign keys, one that refers to the identifier of another. */
  record Reference(String table, String column) {}

  /**
   * Statements over the rows that have one of {@code :values} in a column.
   *
   * @param ids selects the identifiers of the rows
   * @param delete deletes the rows
   */
  record RowsOf(String ids, String delete) {}

  private record Catalogue(
      Map<String, List<Reference>> references, Map<Reference, RowsOf> statements) {}

  /** Referring columns by the table they refer to. */
  Map<String, List<Reference>> to() {
    return catalogue().references;
  }

  /**
   * Statements over a column.
   *
   * @throws IllegalArgumentException if the database has no such column
   */
  RowsOf rowsOf(String table, String column) {
    RowsOf statements = catalogue().statements.get(new Reference(table, column));
    if (statements == null) {
      throw new IllegalArgumentException(
          "The database has no column %s.%s.%nMaybe the name is misspelt."
              .formatted(table, column));
    }
    return statements;
  }

  private synchronized Catalogue catalogue() {
    Catalogue known = catalogue;
    if (known == null) {
      known = Objects.requireNonNull(jdbc.execute(ForeignKeys::read));
      catalogue = known;
    }
    return known;
  }

  private static Catalogue read(Connection connection) throws SQLException {
    Map<String, List<Reference>> references = new HashMap<>();
    Map<Reference, RowsOf> statements = new HashMap<>();
    DatabaseMetaData data = connection.getMetaData();
    for (String table : tables(data)) {
      try (ResultSet keys = data.getImportedKeys(null, "public", table)) {
        while (keys.next()) {
          references
              .computeIfAbsent(keys.getString("pktable_name"), t -> new ArrayList<>())
              .add(new Reference(table, keys.getString("fkcolumn_name")));
        }
      }
      try (Statement quoting = connection.createStatement();
          ResultSet columns = data.getColumns(null, "public", table, "%")) {
        String quoted = quoting.enquoteIdentifier(table, true);
        while (columns.next()) {
          String column = columns.getString("column_name");
          String rows = " from " + quoted + " where " + quoting.enquoteIdentifier(column, true);
          statements.put(
              new Reference(table, column),
              new RowsOf("select id" + rows + " in (:values)", "delete" + rows + " in (:values)"));
        }
      }
    }
    return new Catalogue(references, statements);
  }

  private static List<String> tables(DatabaseMetaData data) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        data.getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("table_name"));
      }
    }
    return tables;
  }
}
