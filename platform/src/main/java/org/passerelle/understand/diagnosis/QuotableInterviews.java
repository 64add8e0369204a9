package org.passerelle.understand.diagnosis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interviews that a reader may quote. Threads may share it. */
@Component
public class QuotableInterviews {
  private final JdbcClient db;

  QuotableInterviews(JdbcClient db) {
    this.db = db;
  }

  /**
   * Those of some interviews whose informant has not withdrawn and on whose team the reader is,
   * each with its number in its diagnosis.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> of(Collection<UUID> interviews, SignedIn who) {
    Map<UUID, Integer> numbers = new HashMap<>();
    db.sql(
            """
            select i.id, i.number
              from interview i
              join diagnosis d on d.id = i.diagnosis and d.organisation = :organisation
              join diagnosis_member m on m.diagnosis = d.id and m.user_id = :user
             where i.id = any(cast(:ids as uuid array)) and i.withdrawn_at is null
            """)
        .param("ids", UuidArray.of(interviews))
        .param("user", who.user())
        .param("organisation", who.organisation())
        .query(
            row -> {
              numbers.put(row.getObject("id", UUID.class), row.getInt("number"));
            });
    return numbers;
  }
}
