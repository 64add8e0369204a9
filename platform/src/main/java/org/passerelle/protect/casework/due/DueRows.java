package org.passerelle.protect.casework.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.CaseMoved;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.UuidArray;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores due items, one row each, and the earliest deadline with the case. */
@Component
class DueRows {
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;

  DueRows(JdbcClient db, NamedParameterJdbcOperations named) {
    this.db = db;
    this.named = named;
  }

  Set<Due> of(Collection<UUID> cases) {
    return new HashSet<>(
        db.sql("select d.* from case_due d where d.case_id = any(cast(:ids as uuid array))")
            .param("ids", UuidArray.of(cases))
            .query((row, i) -> due(row))
            .list());
  }

  static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getObject("case_id", UUID.class),
        row.getString("kind"),
        row.getObject("subject", UUID.class),
        row.getString("detail"),
        Columns.instant(row, "due_at"),
        row.getObject("due_day", LocalDate.class),
        row.getObject("assigned", UUID.class),
        row.getBoolean("for_team"));
  }

  void remove(Collection<Due> gone) {
    Rows rows = new Rows();
    for (Due one : gone) {
      rows.add(
          """
          delete from case_due
           where case_id = :case and kind = :kind and subject = :subject and detail = :detail
          """,
          key(one));
    }
    rows.insert(named);
  }

  /** What was due is kept anew for the organisation that has the case now. */
  @EventListener
  void on(CaseMoved moved) {
    db.sql("delete from case_due where case_id = :case").param("case", moved.caseId()).update();
  }

  void add(Collection<Due> more, Map<UUID, UUID> organisations) {
    Rows rows = new Rows();
    for (Due one : more) {
      Map<String, @Nullable Object> row = key(one);
      row.put("organisation", organisations.get(one.caseId()));
      row.put("at", Columns.at(one.at()));
      row.put("day", one.day());
      row.put("assigned", one.assigned());
      row.put("team", one.team());
      rows.add(
          """
          insert into case_due
            (case_id, organisation, kind, subject, detail, due_at, due_day, assigned, for_team)
          values (:case, :organisation, :kind, :subject, :detail, :at, :day, :assigned, :team)
          """,
          row);
    }
    rows.insert(named);
  }

  private static Map<String, @Nullable Object> key(Due one) {
    Map<String, @Nullable Object> key = new HashMap<>();
    key.put("case", one.caseId());
    key.put("kind", one.kind());
    key.put("subject", one.subject());
    key.put("detail", one.detail());
    return key;
  }
}
