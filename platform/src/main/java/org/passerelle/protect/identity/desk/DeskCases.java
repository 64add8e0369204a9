package org.passerelle.protect.identity.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.identity.elsewhere.QuestionsBetween;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of this side with which a desk has dealt: screened jointly, asked about in either
 * direction, or referred between the two sides.
 */
@Component
class DeskCases {
  private final JdbcClient db;
  private final QuestionsBetween between;

  DeskCases(JdbcClient db, QuestionsBetween between) {
    this.db = db;
    this.between = between;
  }

  @Transactional(readOnly = true)
  public List<UUID> of(Desk desk) {
    Set<UUID> touched = new LinkedHashSet<>(between.cases(desk.organisation(), desk.other()));
    touched.addAll(together(desk));
    return List.copyOf(touched);
  }

  private List<UUID> together(Desk desk) {
    return db.sql(
            """
            select case_id from desk_screening
             where desk = :desk and organisation = :own and case_id is not null
            union
            select x.case_id from desk_screening s join screening_outline x on x.id = s.screening
             where s.desk = :desk and s.organisation = :own and x.case_id is not null
            union
            select case_id from referral_outline where organisation = :own and recipient = :other
            union
            select case_id from received_referral_outline
             where organisation = :own and sender = :other and case_id is not null
            """)
        .param("desk", desk.id())
        .param("own", desk.organisation())
        .param("other", desk.other())
        .query(UUID.class)
        .list();
  }
}
