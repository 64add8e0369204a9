package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.casework.followup.ArrivalDates;
import org.passerelle.protect.sharing.referral.StepsOfReferral;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those who know referrals or visits alone what was recorded of a hand-over. */
@Component
class RecordedSteps implements StepsOfReferral, ArrivalDates {
  private final JdbcClient db;

  RecordedSteps(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void hold(UUID referral, UUID organisation) {
    db.sql("select id from hand_over where id = :id and organisation = :organisation for update")
        .param("id", referral)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  @Override
  public boolean recordedSince(UUID referral, UUID organisation, UUID author, Instant moment) {
    return db.sql(
                """
                select count(*) from hand_over_step
                 where hand_over = :id and organisation = :organisation and author = :author
                   and at >= :moment
                """)
            .param("id", referral)
            .param("organisation", organisation)
            .param("author", author)
            .param("moment", Columns.at(moment))
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public boolean recordedAfter(UUID referral, UUID organisation, Instant moment) {
    return db.sql(
                """
                select count(*) from hand_over_step
                 where hand_over = :id and organisation = :organisation and at > :moment
                """)
            .param("id", referral)
            .param("organisation", organisation)
            .param("moment", Columns.at(moment))
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public boolean closed(UUID referral, UUID organisation) {
    return db.sql(
                """
                select count(*) from hand_over
                 where id = :id and organisation = :organisation and closed_at is not null
                """)
            .param("id", referral)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public Optional<Instant> last(UUID referral, UUID organisation, UUID author) {
    return db.sql(
            """
            select at from hand_over_step
             where hand_over = :id and organisation = :organisation and author = :author
             order by at desc fetch first 1 rows only
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .param("author", author)
        .query((row, i) -> Columns.instant(row, "at"))
        .optional();
  }

  @Override
  public Optional<LocalDate> arrived(UUID handOver) {
    return db.sql(
            """
            select on_day from hand_over_step
             where hand_over = :handOver and step = 'arrived' and state = 'done'
               and on_day is not null
             order by number desc fetch first 1 rows only
            """)
        .param("handOver", handOver)
        .query(LocalDate.class)
        .optional();
  }
}
