package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Overdue hand-overs and their escalation. */
@Component
class OverdueHandOvers {
  private final JdbcClient db;
  private final HandOverRows rows;
  private final Clock clock;

  OverdueHandOvers(JdbcClient db, HandOverRows rows, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Hand-overs on either side that are overdue for acknowledgement or answer. They are escalated to
   * the coordinator of the side that stores the row. The sender's side does so as well, because it
   * cannot know whether the other side has a deputy or a coordinator; behind a letterbox there is
   * neither.
   */
  List<HandOverRows.Side> late(Instant before) {
    return db.sql(
            """
            select h.id, h.organisation from hand_over h
             where h.closed_at is null and h.to_country_at is null
               and ((h.acknowledged_at is null and h.acknowledge_by <= :before) or h.answer_by <= :before)
               and (exists (select 1 from received_referral_outline q
                             where not h.sends and q.id = h.id
                               and q.organisation = h.organisation and q.awaited)
                    or exists (select 1 from referral_outline r
                                where h.sends and r.id = h.id and r.awaited))
             order by h.acknowledge_by, h.id
            """)
        .param("before", Columns.at(before))
        .query(HandOverRows.Side.class)
        .list();
  }

  /** One of them, as it is now. */
  Optional<HandOver> find(HandOverRows.Side side) {
    return rows.find(side.id(), side.organisation());
  }

  /** Marks it as escalated to the deputy; false if that was done or it is acknowledged. */
  boolean toDeputy(HandOver handOver) {
    return db.sql(
                """
                update hand_over set to_deputy_at = :now
                 where id = :id and organisation = :organisation and to_deputy_at is null
                   and acknowledged_at is null and closed_at is null
                """)
            .param("now", Columns.at(clock.instant()))
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  /**
   * Marks it as escalated to the national coordinator; false if that was done or it was answered.
   */
  boolean toCountry(HandOver handOver) {
    return db.sql(
                """
                update hand_over set to_country_at = :now
                 where id = :id and organisation = :organisation and to_country_at is null
                   and closed_at is null
                   and (exists (select 1 from received_referral_outline q
                                 where not sends and q.id = hand_over.id
                                   and q.organisation = hand_over.organisation and q.awaited)
                        or exists (select 1 from referral_outline r
                                    where sends and r.id = hand_over.id and r.awaited))
                """)
            .param("now", Columns.at(clock.instant()))
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  /**
   * Deletes rows whose dossier was erased before it was accepted. Missing persons are kept, since
   * they are still being looked for.
   */
  int forgetErased() {
    return db.sql(
            """
            delete from hand_over
             where not sends and missing_at is null and awaited_on is null
               and not exists (select 1 from received_referral_outline q
                                where q.id = hand_over.id and q.organisation = hand_over.organisation)
               and not exists (select 1 from hand_over_step s
                                where s.hand_over = hand_over.id and s.organisation = hand_over.organisation)
            """)
        .update();
  }
}
