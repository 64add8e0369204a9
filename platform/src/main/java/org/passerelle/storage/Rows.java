package org.passerelle.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Rows that wait to be inserted together. Statements run in the order in which they were first
 * used, so add what is referred to before what refers to it. Used by one thread, once.
 *
 * <pre>{@code
 * Rows rows = new Rows();
 * rows.add("insert into case_note (id, …) values (:id, …)", Map.of("id", id, …));
 * rows.insert(jdbc);
 * }</pre>
 */
public final class Rows {
  private final Map<String, List<SqlParameterSource>> waiting = new LinkedHashMap<>();
  private final Set<UUID> made = new HashSet<>();

  /**
   * Adds a row.
   *
   * @param sql statement with named parameters; a constant
   * @param values of the parameters; a value may be null
   */
  public void add(String sql, Map<String, ?> values) {
    waiting.computeIfAbsent(sql, s -> new ArrayList<>()).add(new MapSqlParameterSource(values));
  }

  /** Says that one of the rows makes something that nobody knows of before. */
  public void makes(UUID id) {
    made.add(id);
  }

  /** Whether it is made here: nobody else writes about it or erases it before the commit. */
  public boolean isMade(UUID id) {
    return made.contains(id);
  }

  /** Inserts them all, in the transaction of the caller. */
  public void insert(NamedParameterJdbcOperations named) {
    waiting.forEach(
        (sql, values) -> {
          if (values.size() == 1) {
            named.update(sql, values.get(0));
          } else {
            named.batchUpdate(sql, values.toArray(SqlParameterSource[]::new));
          }
        });
    waiting.clear();
  }
}
