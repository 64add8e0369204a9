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
 * Collects rows to be inserted in batches. Statements run in the order in which they were first
 * added, so add a parent before its children. For a single use on one thread.
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
   * @param values values of the parameters; may be null
   */
  public void add(String sql, Map<String, ?> values) {
    waiting.computeIfAbsent(sql, s -> new ArrayList<>()).add(new MapSqlParameterSource(values));
  }

  /** Declares that one of the rows creates this record, which nobody else knows of yet. */
  public void makes(UUID id) {
    made.add(id);
  }

  /**
   * Whether the record is created here, so that nobody else can write to it or erase it before the
   * commit.
   */
  public boolean isMade(UUID id) {
    return made.contains(id);
  }

  /** Inserts all rows, in the caller's transaction. */
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
