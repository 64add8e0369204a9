package org.passerelle.outbox.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.storage.Columns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only place where a message ends, delivered or not. */
@Component
class Endings {
  private static final byte[] NOTHING = {};
  private final JdbcClient db;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Endings(JdbcClient db, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Ends a waiting message that the caller has locked. A message that was already sent to another
   * node may still arrive, so it ends as {@link Ending#LEFT}, unless it is given up after the other
   * node rejected it.
   *
   * @return how it ended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Ending end(UUID message, UUID sender, Ending wanted, @Nullable String reason) {
    Ending how = wanted != Ending.DELIVERED && mayBeThere(message, wanted) ? Ending.LEFT : wanted;
    int ended =
        db.sql(
                """
                update outbox_message
                   set state = :state, ended_at = :now, problem = :reason, payload = :nothing
                 where id = :id and state = 'queued'
                """)
            .param("state", how.code())
            .param("now", Columns.now(clock))
            .param("reason", reason)
            .param("nothing", NOTHING)
            .param("id", message)
            .update();
    if (ended != 1) {
      throw new IllegalStateException(
          "Message %s is not waiting, so it cannot end as %s.%nMaybe it was ended without its lock."
              .formatted(message, how));
    }
    String why = reason == null ? how.code() : reason;
    if (how != Ending.DELIVERED) {
      audit.writeByHouse(
          sender, "message.stopped", "message", message, Map.of("reason", why, "how", how.code()));
    }
    events.publishEvent(new MessageEnded(message, how, why));
    return how;
  }

  private boolean mayBeThere(UUID message, Ending wanted) {
    return db.sql(
                """
                select count(*) from outbox_message
                 where id = :id and left_at is not null
                   and not (:given_up and (coalesce(problem, '') = 'schema' or coalesce(problem, '') like 'schema:%'
                                           or coalesce(problem, '') like 'unknown-kind:%'
                                           or coalesce(problem, '') like 'unknown-code:%'))
                """)
            .param("given_up", wanted == Ending.UNDELIVERABLE)
            .param("id", message)
            .query(Integer.class)
            .single()
        > 0;
  }
}
