package org.passerelle.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.ErasedSubjects;
import org.passerelle.outbox.SendingCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks once more at the moment of sending, wherever a message goes, whether it may leave: whether
 * its basis holds, and whether whom it tells of was not erased while it was put. An erasure ends
 * what waits; what another transaction is about to commit it cannot see, and the embedded database
 * lets that transaction finish beside it.
 */
@Component
class Bases {
  /** How soon what is held is looked at again, unless somebody says so before. */
  private static final Duration HELD = Duration.ofMinutes(15);

  private final JdbcClient db;
  private final Clock clock;
  private final List<SendingCheck> checks;
  private final List<ErasedSubjects> erased;
  private final Endings endings;

  Bases(
      JdbcClient db,
      Clock clock,
      List<SendingCheck> checks,
      List<ErasedSubjects> erased,
      Endings endings) {
    this.db = db;
    this.clock = clock;
    this.checks = List.copyOf(checks);
    this.erased = List.copyOf(erased);
    this.endings = endings;
  }

  /**
   * Whether a message that the caller has locked may not leave; then it is ended, or held while its
   * basis is under review.
   */
  boolean stopped(QueuedMessage row) {
    UUID subject = row.subject();
    if (subject != null && erased.stream().anyMatch(one -> one.contains(subject))) {
      endings.end(row.id(), row.sender(), Ending.ERASED, Ending.ERASED.code());
      return true;
    }
    UUID cause = row.cause();
    if (cause == null) {
      return false;
    }
    for (SendingCheck check : checks) {
      Optional<String> objection = check.objection(cause, row.id());
      if (objection.isPresent() && check.underReview(cause, row.id())) {
        hold(row.id(), objection.get());
        return true;
      }
      if (objection.isPresent()) {
        endings.end(row.id(), row.sender(), Ending.STOPPED, objection.get());
        return true;
      }
    }
    return false;
  }

  private void hold(UUID message, String problem) {
    db.sql("update outbox_message set next_attempt_at = :next, problem = :problem where id = :id")
        .param("next", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plus(HELD))
        .param("problem", problem)
        .param("id", message)
        .update();
  }
}
