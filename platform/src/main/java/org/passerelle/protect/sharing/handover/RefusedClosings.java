package org.passerelle.protect.sharing.handover;

import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The other side refuses that a hand-over is closed: for it the person has not arrived, or it has
 * found meanwhile that the return is against the child. It goes on there, so it goes on here too,
 * and whoever closed it is told.
 */
@Component
class RefusedClosings {
  private final JdbcClient db;
  private final HandOverRows rows;
  private final HandOverJournal journal;

  RefusedClosings(JdbcClient db, HandOverRows rows, HandOverJournal journal) {
    this.db = db;
    this.rows = rows;
    this.journal = journal;
  }

  @EventListener
  void on(MessageEnded ended) {
    if (ended.how() == Ending.UNDELIVERABLE) {
      db.sql("select id, organisation from hand_over where closing = :message")
          .param("message", ended.message())
          .query(HandOverRows.Side.class)
          .list()
          .forEach(this::reopen);
    }
  }

  private void reopen(HandOverRows.Side side) {
    int opened =
        db.sql(
                """
                update hand_over set closed_at = null, outcome = null, closing = null
                 where id = :id and organisation = :organisation and closing is not null
                """)
            .param("id", side.id())
            .param("organisation", side.organisation())
            .update();
    if (opened > 0) {
      rows.find(side.id(), side.organisation())
          .ifPresent(handOver -> journal.note(handOver, "handover.closing-refused", ""));
    }
  }
}
