package org.passerelle.protect.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of this side with which a desk has dealt: screened jointly, asked about in either
 * direction, or referred between the two sides.
 */
@Component
class TouchedCases {
  private final JdbcClient db;

  TouchedCases(JdbcClient db) {
    this.db = db;
  }

  @Transactional(readOnly = true)
  public List<UUID> of(Desk desk) {
    return db.sql(
            """
            select case_id from desk_screening
             where desk = :desk and organisation = :own and case_id is not null
            union
            select x.case_id from desk_screening s join screening x on x.id = s.screening
             where s.desk = :desk and s.organisation = :own and x.case_id is not null
            union
            select case_id from known_question where organisation = :own and asked = :other
            union
            select case_id from known_hit where organisation = :own and asker = :other
            union
            select case_id from referral where organisation = :own and recipient = :other
            union
            select case_id from received_referral
             where organisation = :own and sender = :other and case_id is not null
            """)
        .param("desk", desk.id())
        .param("own", desk.organisation())
        .param("other", desk.other())
        .query(UUID.class)
        .list();
  }
}
