package org.passerelle.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.ErasedSubjects;
import org.passerelle.outbox.SendingCheck;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks once more at the moment of sending, for any destination, whether a message may be sent:
 * whether its legal basis holds, and whether the person concerned was erased while it was being
 * queued. An erasure ends the messages that already wait; it cannot see one that a concurrent
 * transaction is about to commit, and the embedded database lets that transaction commit.
 */
@Component
class Bases {
  /** Interval between checks of held messages, unless they are released earlier. */
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
   * Whether a message locked by the caller may not be sent; it is then ended, or held while its
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
        .param("next", Columns.now(clock).plus(HELD))
        .param("problem", problem)
        .param("id", message)
        .update();
  }
}
