package org.passerelle.protect.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events in other parts of a case that lead to a visit or call. */
@Component
class Occasions {
  private final JdbcClient db;

  Occasions(JdbcClient db) {
    this.db = db;
  }

  /** Date of arrival according to the latest step of a hand-over. */
  Optional<LocalDate> arrived(UUID handOver) {
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

  /** Whether a task was an appointment with a service, not only with an interpreter. */
  boolean isService(UUID task) {
    return db.sql("select count(*) from care_booking where task = :task and entry is not null")
            .param("task", task)
            .query(Integer.class)
            .single()
        > 0;
  }
}
