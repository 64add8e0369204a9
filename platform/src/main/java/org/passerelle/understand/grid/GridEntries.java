package org.passerelle.understand.grid;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence and conclusions of grids; the caller has checked access. */
@Component
class GridEntries {
  private static final String EVIDENCE = "grid.evidence";
  private static final String CONCLUSION = "grid.conclusion";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  GridEntries(JdbcClient db, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  List<Grid.Evidence> evidence(UUID id, UUID key) {
    return db.sql(
            """
            select id, question, side, content, at, by_user, withdrawn_at from grid_evidence
             where grid = :id order by at, id
            """)
        .param("id", id)
        .query(
            (row, i) -> {
              return new Grid.Evidence(
                  row.getObject("id", UUID.class),
                  row.getString("question"),
                  row.getString("side"),
                  vault.open(key, EVIDENCE, row.getBytes("content")),
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class),
                  Columns.instantOrNull(row, "withdrawn_at"));
            })
        .list();
  }

  List<Grid.Conclusion> conclusions(UUID id, UUID key) {
    return db.sql(
            """
            select code, non_punishment, content, at, by_user from grid_conclusion
             where grid = :id order by at desc, id
            """)
        .param("id", id)
        .query(
            (row, i) ->
                new Grid.Conclusion(
                    row.getString("code"),
                    row.getString("non_punishment"),
                    vault.open(key, CONCLUSION, row.getBytes("content")),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  void add(UUID id, UUID key, String question, String side, String content, SignedIn who) {
    db.sql(
            """
            insert into grid_evidence (id, grid, question, side, content, at, by_user)
            values (:id, :grid, :question, :side, :content, :now, :user)
            """)
        .param("id", identifiers.next())
        .param("grid", id)
        .param("question", question)
        .param("side", side)
        .param("content", vault.seal(key, EVIDENCE, content))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    changed(id);
  }

  /** Withdraws evidence, which stays readable but no longer counts. */
  void withdraw(UUID id, UUID evidence, SignedIn who) {
    db.sql(
            """
            update grid_evidence set withdrawn_at = :now, withdrawn_by = :user
             where id = :evidence and grid = :id and withdrawn_at is null
            """)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .param("evidence", evidence)
        .param("id", id)
        .update();
    changed(id);
  }

  void conclude(
      UUID id, UUID key, String code, String nonPunishment, String content, SignedIn who) {
    db.sql(
            """
            insert into grid_conclusion (id, grid, code, non_punishment, content, at, by_user)
            values (:id, :grid, :code, :non, :content, :now, :user)
            """)
        .param("id", identifiers.next())
        .param("grid", id)
        .param("code", code)
        .param("non", nonPunishment)
        .param("content", vault.seal(key, CONCLUSION, content))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    changed(id);
  }

  private void changed(UUID id) {
    db.sql("update grid set changed_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }
}
