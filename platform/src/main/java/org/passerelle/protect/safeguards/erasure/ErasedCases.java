package org.passerelle.protect.safeguards.erasure;

import java.util.UUID;
import org.passerelle.outbox.ErasedSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases known to the record of an erasure. */
@Component
class ErasedCases implements ErasedSubjects {
  private final JdbcClient db;

  ErasedCases(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean contains(UUID subject) {
    return db.sql("select count(*) from erasure_case where case_id = :case")
            .param("case", subject)
            .query(Integer.class)
            .single()
        > 0;
  }
}
