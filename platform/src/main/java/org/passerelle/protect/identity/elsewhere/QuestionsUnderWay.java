package org.passerelle.protect.identity.elsewhere;

import java.util.UUID;
import org.passerelle.protect.casework.cases.TransferBar;
import org.passerelle.storage.Erased;
import org.passerelle.storage.UuidArray;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Others are asked whether they know the person, or ask it themselves. */
@Component
@Order(20)
class QuestionsUnderWay implements TransferBar {
  private final JdbcClient db;

  QuestionsUnderWay(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String refusal() {
    return "transfer.refused.asked";
  }

  @Override
  public boolean stands(Erased whole, UUID to) {
    return db.sql(
                """
                select (select count(*) from known_question
                         where case_id = any(cast(:cases as uuid array)) and state = 'open')
                     + (select count(*) from known_hit
                         where case_id = any(cast(:cases as uuid array)) and decided_at is null)
                """)
            .param("cases", UuidArray.of(whole.cases()))
            .query(Integer.class)
            .single()
        > 0;
  }
}
