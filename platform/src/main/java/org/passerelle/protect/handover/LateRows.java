package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hand-overs that nobody answers in time, and before whom they were put. */
@Component
class LateRows {
  private final JdbcClient db;
  private final HandOverRows rows;
  private final Clock clock;

  LateRows(JdbcClient db, HandOverRows rows, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Those of either side that nobody has in hand or has answered, and whose time is over. They go
   * before the coordinator of the side whose row it is: also of whoever gave it, since nobody knows
   * whether there is a deputy or a coordinator on the other side, and behind a letterbox there is
   * none.
   */
  List<HandOver> late(Instant before) {
    return rows.load(
        db.sql(
                """
                select h.id, h.organisation from hand_over h
                 where h.closed_at is null and h.to_country_at is null
                   and ((h.acknowledged_at is null and h.acknowledge_by <= :before) or h.answer_by <= :before)
                   and (exists (select 1 from received_referral_outline q
                                 where not h.sends and q.id = h.id
                                   and q.organisation = h.organisation and q.state = 'open')
                        or exists (select 1 from referral_outline r
                                    where h.sends and r.id = h.id and r.state in ('queued', 'sent')))
                 order by h.acknowledge_by, h.id
                """)
            .param("before", HandOverRows.at(before))
            .query(HandOverRows.Side.class)
            .list());
  }

  /** Puts it before the deputy; false where it was put there or somebody has it in hand. */
  boolean toDeputy(HandOver handOver) {
    return db.sql(
                """
                update hand_over set to_deputy_at = :now
                 where id = :id and organisation = :organisation and to_deputy_at is null
                   and acknowledged_at is null and closed_at is null
                """)
            .param("now", HandOverRows.at(clock.instant()))
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  /** Puts it before the country's coordinator; false where it was put there or was answered. */
  boolean toCountry(HandOver handOver) {
    return db.sql(
                """
                update hand_over set to_country_at = :now
                 where id = :id and organisation = :organisation and to_country_at is null
                   and closed_at is null
                   and (exists (select 1 from received_referral_outline q
                                 where not sends and q.id = hand_over.id
                                   and q.organisation = hand_over.organisation and q.state = 'open')
                        or exists (select 1 from referral_outline r
                                    where sends and r.id = hand_over.id
                                      and r.state in ('queued', 'sent')))
                """)
            .param("now", HandOverRows.at(clock.instant()))
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  /**
   * Those of which nothing is left but the row: the dossier was erased before anybody took it.
   * Whoever did not arrive is looked for all the same.
   */
  int forgetErased() {
    return db.sql(
            """
            delete from hand_over
             where not sends and missing_at is null
               and not exists (select 1 from received_referral_outline q
                                where q.id = hand_over.id and q.organisation = hand_over.organisation)
               and not exists (select 1 from hand_over_step s
                                where s.hand_over = hand_over.id and s.organisation = hand_over.organisation)
            """)
        .update();
  }
}
