package org.passerelle.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the register over a plain JDBC connection, so that commands can do it without starting the
 * server.
 */
public final class StoredFacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private StoredFacts() {}

  /** All entries that are not retired; entries of kinds unknown to this version are left out. */
  public static Facts read(Connection connection) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select kind, id, revision, content from register_entry where retired = false order by place");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString(2);
        int revision = rows.getInt(3);
        String content = rows.getString(4);
        Kinds.shipped()
            .find(rows.getString(1))
            .ifPresent(kind -> entries.add(new Entry(kind, id, revision, content(content))));
      }
    }
    return new Facts(entries);
  }

  /** Parses the fields of an entry. */
  public static Map<String, Object> content(String json) {
    return JSON.readValue(json, FIELDS);
  }

  /** Serialises an entry's fields. */
  public static String json(Map<String, Object> content) {
    return JSON.writeValueAsString(content);
  }
}
