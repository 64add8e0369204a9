package org.passerelle.protect.identity.elsewhere;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What two organisations asked each other, by identifiers alone. */
@Component
public class QuestionsBetween {
  private final JdbcClient db;

  QuestionsBetween(JdbcClient db) {
    this.db = db;
  }

  /** Who asked, and when that arrived. */
  public record Asker(UUID asker, Instant at) {}

  /** Own cases that an organisation asked another about, or was asked about by it. */
  @Transactional(readOnly = true)
  public List<UUID> cases(UUID organisation, UUID other) {
    return db.sql(
            """
            select case_id from known_question where organisation = :own and asked = :other
            union
            select case_id from known_hit where organisation = :own and asker = :other
            """)
        .param("own", organisation)
        .param("other", other)
        .query(UUID.class)
        .list();
  }

  /** Whom an organisation asked. */
  @Transactional(readOnly = true)
  public Optional<UUID> whom(UUID question, UUID organisation) {
    return db.sql("select asked from known_question where id = :id and organisation = :own")
        .param("id", question)
        .param("own", organisation)
        .query(UUID.class)
        .optional();
  }

  /** Who asked an organisation. */
  @Transactional(readOnly = true)
  public Optional<Asker> by(UUID question, UUID organisation) {
    return db.sql(
            "select asker, arrived_at from known_asked where id = :id and organisation = :own")
        .param("id", question)
        .param("own", organisation)
        .query(
            (row, i) ->
                new Asker(row.getObject("asker", UUID.class), Columns.instant(row, "arrived_at")))
        .optional();
  }
}
