package org.passerelle.outbox.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.SendingCheck;
import org.springframework.stereotype.Component;

/** Asks the basis of a message once more at the moment of sending, wherever it goes. */
@Component
class Bases {
  private final List<SendingCheck> checks;
  private final Endings endings;

  Bases(List<SendingCheck> checks, Endings endings) {
    this.checks = List.copyOf(checks);
    this.endings = endings;
  }

  /** Whether the basis of a message that the caller has locked does not hold; then it is ended. */
  boolean stopped(QueuedMessage row) {
    UUID cause = row.cause();
    if (cause == null) {
      return false;
    }
    for (SendingCheck check : checks) {
      Optional<String> objection = check.objection(cause, row.id());
      if (objection.isPresent()) {
        endings.end(row.id(), row.sender(), Ending.STOPPED, objection.get());
        return true;
      }
    }
    return false;
  }
}
