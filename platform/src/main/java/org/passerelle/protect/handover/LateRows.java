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

  /** Those that came in, that nobody has in hand or answered, and whose time is over. */
  List<HandOver> late(Instant before) {
    return rows.load(
        db.sql(
                """
                select id, organisation from hand_over
                 where not sends and closed_at is null and to_country_at is null
                   and ((acknowledged_at is null and acknowledge_by <= :before) or answer_by <= :before)
                """)
            .param("before", HandOverRows.at(before))
            .query(HandOverRows.Side.class)
            .list());
  }

  /** Those given, that nobody there has in hand, and whose time is over. */
  List<HandOver> unacknowledged(Instant before) {
    return rows.load(
        db.sql(
                """
                select id, organisation from hand_over
                 where sends and closed_at is null and to_deputy_at is null and acknowledged_at is null
                   and acknowledge_by <= :before
                """)
            .param("before", HandOverRows.at(before))
            .query(HandOverRows.Side.class)
            .list());
  }

  void toDeputy(HandOver handOver) {
    db.sql(
            """
            update hand_over set to_deputy_at = :now
             where id = :id and organisation = :organisation and to_deputy_at is null
            """)
        .param("now", HandOverRows.at(clock.instant()))
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .update();
  }

  void toCountry(HandOver handOver) {
    db.sql(
            """
            update hand_over set to_country_at = :now
             where id = :id and organisation = :organisation and to_country_at is null
            """)
        .param("now", HandOverRows.at(clock.instant()))
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .update();
  }

  /** Those of which nothing is left but the row: the dossier was erased before anybody took it. */
  int forgetErased() {
    return db.sql(
            """
            delete from hand_over
             where not sends
               and not exists (select 1 from received_referral q
                                where q.id = hand_over.id and q.organisation = hand_over.organisation)
               and not exists (select 1 from hand_over_step s
                                where s.hand_over = hand_over.id and s.organisation = hand_over.organisation)
            """)
        .update();
  }
}
