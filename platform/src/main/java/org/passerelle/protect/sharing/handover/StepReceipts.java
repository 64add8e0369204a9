package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.sharing.referral.message.Course;
import org.passerelle.protect.sharing.referral.message.OpenedInLetterbox;
import org.passerelle.protect.sharing.referral.message.ReadReceipts;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery and read status of steps recorded by one side. The first reader on the other side
 * triggers one read receipt.
 */
@Service
public class StepReceipts implements Receiver {
  private static final ReadReceipts.Kind RECEIPT = new ReadReceipts.Kind("handover.read", "steps");
  private static final String UNDELIVERABLE = "referral.undeliverable";
  private static final String HAND_OVER = "hand_over";
  private final JdbcClient db;
  private final ReadReceipts receipts;
  private final HandOverJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  StepReceipts(
      JdbcClient db, ReadReceipts receipts, HandOverJournal journal, AuditLog audit, Clock clock) {
    this.db = db;
    this.receipts = receipts;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /** Links a step to the message that carries it. */
  void left(HandOver handOver, UUID step, UUID message) {
    db.sql(
            """
                update hand_over_step set message = :message
                 where id = :step and organisation = :organisation
                """)
        .param("message", message)
        .param("step", step)
        .param("organisation", handOver.organisation())
        .update();
  }

  @EventListener
  void on(MessageEnded ended) {
    // a message ended after it left for another node may still have arrived
    if (ended.how() == Ending.LEFT) {
      return;
    }
    db.sql(
            """
            update hand_over_step
               set arrived_at = case when :arrived then cast(:now as timestamp with time zone) end,
                   stopped = not :arrived
             where message = :message and arrived_at is null
            """)
        .param("arrived", ended.how() == Ending.DELIVERED)
        .param("now", Columns.at(clock.instant()))
        .param("message", ended.message())
        .update();
    if (ended.how() == Ending.UNDELIVERABLE) {
      undeliverable(ended.message());
    }
  }

  /** The other side cannot handle the step; its author has to tell them by other means. */
  private void undeliverable(UUID message) {
    db.sql(
            """
            select s.hand_over, s.organisation, coalesce(r.case_id, g.case_id) as case_id
              from hand_over_step s
              left join referral_outline r on r.id = s.hand_over and r.organisation = s.organisation
              left join received_referral_outline g on g.id = s.hand_over and g.organisation = s.organisation
             where s.message = :message
            """)
        .param("message", message)
        .query(
            row -> {
              journal.note(
                  row.getObject("organisation", UUID.class),
                  row.getObject("hand_over", UUID.class),
                  row.getObject("case_id", UUID.class),
                  UNDELIVERABLE,
                  HAND_OVER);
            });
  }

  /** A message was opened in its letterbox. */
  @EventListener
  void on(OpenedInLetterbox read) {
    db.sql(
            """
                update hand_over_step set read_at = :now
                 where hand_over = :referral and organisation = :sender and author = :sender
                   and arrived_at is not null and read_at is null
                """)
        .param("now", Columns.at(clock.instant()))
        .param("referral", read.referral())
        .param("sender", read.sender())
        .update();
  }

  /** Marks steps of the other side as read by this side. */
  @Transactional
  public void read(HandOver handOver, List<RecordedStep> shown) {
    List<UUID> read = new ArrayList<>();
    for (RecordedStep step : shown) {
      if (step.author().equals(handOver.other()) && first(handOver, step.id())) {
        read.add(step.id());
      }
    }
    receipts.send(RECEIPT, handOver.id(), handOver.organisation(), handOver.other(), read);
  }

  /** With two simultaneous readers only one sends the receipt. */
  private boolean first(HandOver handOver, UUID step) {
    return db.sql(
                """
                update hand_over_step set read_at = :now
                 where id = :step and organisation = :organisation and read_at is null
                """)
            .param("now", Columns.at(clock.instant()))
            .param("step", step)
            .param("organisation", handOver.organisation())
            .update()
        > 0;
  }

  /** Delivery status of this side's steps. */
  @Transactional(readOnly = true)
  public Map<UUID, Course> courses(HandOver handOver) {
    Map<UUID, Course> found = new HashMap<>();
    db.sql(
            """
            select id, stopped, arrived_at, read_at from hand_over_step
             where hand_over = :id and organisation = :organisation and author = :organisation
               and message is not null
            """)
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), Course.of(row, true));
            });
    return found;
  }

  /** Steps of this side of which the other was told only that they happened, and when. */
  @Transactional(readOnly = true)
  public Set<UUID> withoutWords(HandOver handOver) {
    return Set.copyOf(
        db.sql(
                """
                select id from hand_over_step
                 where hand_over = :id and organisation = :organisation and without_words
                """)
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .query(UUID.class)
            .list());
  }

  @Override
  public Set<String> types() {
    return Set.of(RECEIPT.type());
  }

  /** Handles the other side's read receipt. */
  @Override
  public void receive(Received message) {
    db.sql(
            """
                update hand_over_step set read_at = :at
                 where hand_over = :id and organisation = :recipient and author = :recipient
                   and id = any(cast(:ids as uuid array)) and read_at is null
                   and exists (select 1 from hand_over h
                                where h.id = :id and h.organisation = :recipient
                                  and h.other = :sender)
                """)
        .param("at", Columns.at(message.occurredAt()))
        .param("id", message.orderKey())
        .param("recipient", message.recipient())
        .param("sender", message.sender())
        .param("ids", UuidArray.of(RECEIPT.read(message)))
        .update();
    message.log(audit);
  }
}
