package org.passerelle.prevent.tip;

import java.util.List;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the lines of the log for what came by the process of the public pages, which may not read
 * or write the log. Thread-safe.
 */
@Component
class TipArrivals {
  private static final int AT_ONCE = 100;
  private final JdbcClient db;
  private final AuditLog audit;

  TipArrivals(JdbcClient db, AuditLog audit) {
    this.db = db;
    this.audit = audit;
  }

  private record Arrived(UUID part, boolean first, UUID tip, UUID team, boolean danger) {}

  @Scheduled(
      initialDelayString = "${schedule.prevent.tips-arrived.after}",
      fixedDelayString = "${schedule.prevent.tips-arrived.every}")
  @Transactional
  public void log() {
    List<Arrived> all =
        db.sql(
                """
                select p.id, p.number, t.id as tip, t.organisation, t.danger
                from tip_part p join tip t on t.id = p.tip
                where p.logged = false order by p.at, p.id fetch first :most rows only""")
            .param("most", AT_ONCE)
            .query(
                (row, n) ->
                    new Arrived(
                        row.getObject("id", UUID.class),
                        row.getInt("number") == 1,
                        row.getObject("tip", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getBoolean("danger")))
            .list();
    if (all.isEmpty()) {
      return;
    }
    for (Arrived one : all) {
      if (one.first()) {
        HouseTipPost.arrived(audit, one.team(), one.tip(), one.danger());
      } else {
        HouseTipPost.added(audit, one.team(), one.tip());
      }
    }
    db.sql("update tip_part set logged = true where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(all.stream().map(Arrived::part).toList()))
        .update();
  }
}
