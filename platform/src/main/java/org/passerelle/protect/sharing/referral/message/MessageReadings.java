package org.passerelle.protect.sharing.referral.message;

import java.time.Clock;
import java.time.Instant;
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
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery and read status of messages about a referral. The first reader on the other side
 * triggers one read receipt.
 */
@Service
public class MessageReadings implements Receiver {
  /** Message type of a read receipt. */
  public static final String READ = "referral.read";

  private static final ReadReceipts.Kind RECEIPT = new ReadReceipts.Kind(READ, "messages");
  private final JdbcClient db;
  private final ReadReceipts receipts;
  private final AuditLog audit;
  private final Clock clock;

  MessageReadings(JdbcClient db, ReadReceipts receipts, AuditLog audit, Clock clock) {
    this.db = db;
    this.receipts = receipts;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void on(MessageEnded ended) {
    // a message ended after it left for another node may still have arrived
    if (ended.how() == Ending.LEFT) {
      return;
    }
    db.sql(
            """
            update referral_message
               set arrived_at = case when :arrived then cast(:now as timestamp with time zone) end,
                   stopped = not :arrived
             where message = :message and sender = organisation and arrived_at is null
            """)
        .param("arrived", ended.how() == Ending.DELIVERED)
        .param("now", Columns.at(clock.instant()))
        .param("message", ended.message())
        .update();
  }

  /** A message was opened in its letterbox. */
  @EventListener
  void on(OpenedInLetterbox read) {
    db.sql(
            """
                update referral_message set read_at = :now
                 where referral = :referral and organisation = :sender and sender = :sender
                   and arrived_at is not null and read_at is null
                """)
        .param("now", Columns.at(clock.instant()))
        .param("referral", read.referral())
        .param("sender", read.sender())
        .update();
  }

  /** Marks messages of the other side about a referral as read by an organisation. */
  @Transactional
  public void read(UUID referral, UUID organisation, UUID other) {
    List<UUID> read = new ArrayList<>();
    for (UUID message : unread(referral, organisation)) {
      // with two simultaneous readers only one sends the receipt
      if (db.sql(
                  """
                  update referral_message set read_at = :now
                   where message = :message and organisation = :organisation and read_at is null
                  """)
              .param("now", Columns.at(clock.instant()))
              .param("message", message)
              .param("organisation", organisation)
              .update()
          > 0) {
        read.add(message);
      }
    }
    receipts.send(RECEIPT, referral, organisation, other, read);
  }

  private List<UUID> unread(UUID referral, UUID organisation) {
    return db.sql(
            """
            select message from referral_message
             where referral = :referral and organisation = :organisation
               and sender <> :organisation and message is not null and read_at is null
             order by at, id
            """)
        .param("referral", referral)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** When messages written here were read by an organisation, by the message that carried them. */
  @Transactional(readOnly = true)
  public Map<UUID, Instant> readBy(UUID referral, UUID organisation) {
    Map<UUID, Instant> found = new HashMap<>();
    db.sql(
            """
            select message, read_at from referral_message
             where referral = :referral and organisation = :organisation
               and sender <> :organisation and message is not null and read_at is not null
            """)
        .param("referral", referral)
        .param("organisation", organisation)
        .query(
            row -> {
              found.put(row.getObject("message", UUID.class), Columns.instant(row, "read_at"));
            });
    return found;
  }

  @Override
  public Set<String> types() {
    return Set.of(READ);
  }

  /** Handles a read receipt; it counts only for messages that this side wrote. */
  @Override
  public void receive(Received message) {
    db.sql(
            """
                update referral_message set read_at = :at
                 where referral = :referral and organisation = :recipient and sender = :recipient
                   and message = any(cast(:ids as uuid array)) and read_at is null
                   and exists (select 1 from referral r
                                where r.id = :referral and r.recipient = :sender
                               union all
                               select 1 from received_referral q
                                where q.id = :referral and q.sender = :sender)
                """)
        .param("at", Columns.at(message.occurredAt()))
        .param("referral", ReferralReceiver.referral(message))
        .param("recipient", message.recipient())
        .param("sender", message.sender())
        .param("ids", UuidArray.of(RECEIPT.read(message)))
        .update();
    message.log(audit);
  }
}
