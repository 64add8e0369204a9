package org.passerelle.protect.casework.phone;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers erased and discarded records by identifiers only, so that a phone that sends one again
 * can be told to delete it.
 */
@Component
class EndedRecords {
  private final JdbcClient db;
  private final Clock clock;

  EndedRecords(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The receipt of a record that has ended. */
  Optional<Receipt> receipt(UUID id) {
    return db.sql(
            "select sha256, at, state, null as code from phone_record_ended where mark = :mark")
        .param("mark", mark(id))
        .query((row, i) -> Receipt.of(id, row))
        .optional();
  }

  /** Whether it had been accepted and was erased since, rather than discarded unread. */
  boolean wasTaken(UUID id) {
    return receipt(id).filter(one -> one.state().equals(Receipt.TAKEN)).isPresent();
  }

  /** Remembers a record by its receipt. */
  void remember(Receipt receipt) {
    db.sql(
            """
            insert into phone_record_ended (mark, sha256, state, at)
            values (:mark, :sha256, :state, :at)
            on conflict do nothing
            """)
        .param("mark", mark(receipt.id()))
        .param("sha256", receipt.sha256())
        .param("state", receipt.state())
        .param("at", Columns.at(receipt.at()))
        .update();
  }

  /** Remembers erased cases and visits for which a phone may still send something. */
  void rememberSubjects(Collection<UUID> ids) {
    for (UUID id : ids) {
      db.sql(
              """
              insert into phone_subject_ended (mark, at) values (:mark, :at) on conflict do nothing
              """)
          .param("mark", subjectMark(id))
          .param("at", Columns.at(clock.instant()))
          .update();
    }
  }

  /** Whether a case or visit was erased. */
  boolean isSubject(UUID id) {
    return db.sql("select count(*) from phone_subject_ended where mark = :mark")
            .param("mark", subjectMark(id))
            .query(Integer.class)
            .single()
        == 1;
  }

  private static String mark(UUID id) {
    return Sha256.of("phone record " + id);
  }

  private static String subjectMark(UUID id) {
    return Sha256.of("phone subject " + id);
  }
}
