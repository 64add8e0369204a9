package org.passerelle.storage.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The application's tables, each after those it refers to. */
final class Tables {
  private static final String HISTORY = "flyway_schema_history";
  private final List<String> ordered = new ArrayList<>();
  private final Map<String, Set<String>> refersTo = new HashMap<>();

  private Tables(Set<String> names, Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    for (String name : names) {
      Set<String> others = new TreeSet<>();
      try (ResultSet keys = about.getImportedKeys(null, "public", name)) {
        while (keys.next()) {
          others.add(keys.getString("pktable_name"));
        }
      }
      others.remove(name);
      refersTo.put(name, others);
    }
    Set<String> done = new HashSet<>();
    names.forEach(name -> place(name, done));
  }

  private void place(String name, Set<String> done) {
    if (done.add(name)) {
      refersTo.getOrDefault(name, Set.of()).forEach(other -> place(other, done));
      ordered.add(name);
    }
  }

  static List<String> of(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("table_name"));
      }
    }
    names.remove(HISTORY);
    return new Tables(names, connection).ordered;
  }

  /** The schema version: the newest migration that was applied. */
  static String version(Connection connection) throws SQLException {
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "select version from flyway_schema_history where version is not null and success order by installed_rank")) {
      String newest = "0";
      while (rows.next()) {
        String version = rows.getString(1);
        if (version.compareTo(newest) > 0) {
          newest = version;
        }
      }
      return newest;
    }
  }
}
