package org.passerelle.protect.casework.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.ErasureFirst;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those who write about a case at once come one after the other. */
@Component
public class CaseLock {
  private static final String EMBEDDED =
      "select id from protect_case where id = any(cast(:cases as uuid array)) order by id for update";
  private static final String SERVER =
      """
      select id from protect_case where id = any(cast(:cases as uuid array)) order by id
        for no key update
      """;
  private final JdbcClient db;
  private final ErasureFirst erasure;

  CaseLock(JdbcClient db, ErasureFirst erasure) {
    this.db = db;
    this.erasure = erasure;
  }

  /**
   * Waits until nobody erases the case, and lets nobody begin to before this transaction has ended.
   * A case that has gone is found missing by the row that refers to it. PostgreSQL does so by
   * itself.
   */
  public void againstErasure(UUID caseId) {
    if (erasure.mustHold()) {
      db.sql("select id from protect_case where id = :id for update")
          .param("id", caseId)
          .query(UUID.class)
          .optional();
    }
  }

  /** Two who change the same part of a case at once, or close it, come one after the other. */
  public void take(UUID caseId) {
    take(List.of(caseId));
  }

  /**
   * The same for several cases, in one order. Not by {@code for update} on PostgreSQL: that would
   * also wait for everybody who only refers to the case, and one of them may wait for this very
   * row. Not by an update either: the embedded database then writes every index of the table.
   */
  public void take(Collection<UUID> cases) {
    db.sql(erasure.mustHold() ? EMBEDDED : SERVER)
        .param("cases", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }
}
