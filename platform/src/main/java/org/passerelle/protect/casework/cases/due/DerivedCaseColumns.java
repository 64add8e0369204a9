package org.passerelle.protect.casework.cases.due;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What other parts compute of a case and keep in its row, where lists find it by an index. Whoever
 * computes it holds the case ({@link DerivedCaseData}).
 */
@Component
public class DerivedCaseColumns {
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;

  DerivedCaseColumns(JdbcClient db, NamedParameterJdbcOperations named) {
    this.db = db;
    this.named = named;
  }

  /**
   * How urgent a case is and how much is at risk.
   *
   * @param since from when it is urgent, or null where it is not
   */
  public record Danger(Urgency urgency, Risk risk, @Nullable Instant since) {}

  /** Of some cases those that are there, each with its organisation. */
  public Map<UUID, UUID> organisations(Collection<UUID> cases) {
    Map<UUID, UUID> found = new HashMap<>();
    db.sql(
            """
            select id, organisation from protect_case
             where id = any(cast(:ids as uuid array)) order by id
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), row.getObject("organisation", UUID.class));
            });
    return found;
  }

  /** What is kept of the danger in some cases. */
  public Map<UUID, Danger> dangers(Collection<UUID> cases) {
    Map<UUID, Danger> kept = new HashMap<>();
    db.sql(
            """
            select id, urgency, risk, urgent_since from protect_case
             where id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              kept.put(
                  row.getObject("id", UUID.class),
                  new Danger(
                      Urgency.of(row.getString("urgency")),
                      Risk.of(row.getString("risk")),
                      Columns.instantOrNull(row, "urgent_since")));
            });
    return kept;
  }

  /** Keeps the danger in a case. */
  public void danger(UUID id, Danger danger) {
    Instant since = danger.since();
    db.sql(
            """
            update protect_case set urgency = :urgency, risk = :risk, urgent_since = :since
             where id = :id
            """)
        .param("urgency", danger.urgency().code())
        .param("risk", danger.risk().code())
        .param("since", since == null ? null : Columns.at(since))
        .param("id", id)
        .update();
  }

  /** Keeps the moment at which each of some cases is due next, if any. */
  public void nextDue(Map<UUID, @Nullable Instant> earliest) {
    Rows rows = new Rows();
    earliest.forEach(
        (id, at) -> {
          Map<String, @Nullable Object> row = new HashMap<>();
          row.put("id", id);
          row.put("next", at == null ? null : Columns.at(at));
          rows.add("update protect_case set next_due = :next where id = :id", row);
        });
    rows.insert(named);
  }
}
