package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.envelope.Schemas;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.witness.Witness;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Processes what a trusted node has signed: once, in order, if it is for a recipient here. */
@Component
class Intake {
  private static final Duration LONGEST = Duration.ofHours(1);
  private final JdbcClient db;
  private final Schemas schemas;
  private final Arrivals arrivals;
  private final Carriage carriage;
  private final Organisations organisations;
  private final Witness witness;
  private final Clock clock;

  Intake(
      JdbcClient db,
      Schemas schemas,
      Arrivals arrivals,
      Carriage carriage,
      Organisations organisations,
      Witness witness,
      Clock clock) {
    this.db = db;
    this.schemas = schemas;
    this.arrivals = arrivals;
    this.carriage = carriage;
    this.organisations = organisations;
    this.witness = witness;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param held largest root held, for a checkpoint
   */
  record Taken(Receipt.Outcome outcome, Receipt.@Nullable Held held) {}

  /** The sender is reachable: messages that failed in transit are retried at once. */
  void heard(UUID node) {
    carriage.heard(node);
  }

  /** Checks that the envelope is for this node and currently valid. */
  void checkMoment(Envelope envelope, String own) {
    if (!envelope.to().equals(own)) {
      throw new Untrusted(Reason.AUDIENCE);
    }
    Instant now = clock.instant();
    if (envelope.issued().isAfter(now.plus(NodeKey.SKEW))
        || envelope.expires().isBefore(now.minus(NodeKey.SKEW))
        || envelope.expires().isAfter(envelope.issued().plus(LONGEST))) {
      throw new Untrusted(Reason.EXPIRED);
    }
  }

  /** Records the envelope; the same one is not accepted again while it is still valid. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(UUID node, Envelope envelope) {
    int entered =
        db.sql(
                """
                insert into node_envelope (node, id, until) values (:node, :id, :until)
                on conflict do nothing
                """)
            .param("node", node)
            .param("id", envelope.id())
            .param("until", Columns.at(envelope.expires().plus(NodeKey.SKEW.multipliedBy(2))))
            .update();
    if (entered == 0) {
      throw new Untrusted(Reason.REPLAY);
    }
  }

  /** Processes its message. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(PartnerNode node, Envelope envelope) {
    schemas.check(envelope.kind(), envelope.version(), envelope.body());
    Envelope.Parcel parcel = envelope.parcel();
    boolean own = envelope.kind().equals("ping") || envelope.kind().equals("checkpoint");
    if (own != (parcel == null)) {
      throw new Untrusted(Reason.SCHEMA);
    }
    if (parcel == null) {
      return new Taken(
          Receipt.Outcome.TAKEN,
          envelope.kind().equals("ping") ? null : witness.take(node, envelope.body()));
    }
    if (!node.agreed().hosts(parcel.sender())) {
      throw new Untrusted(Reason.UNKNOWN_SENDER);
    }
    if (organisations
        .find(parcel.recipient())
        .filter(Organisation::active)
        .filter(Organisation::casework)
        .isEmpty()) {
      throw new Untrusted(Reason.UNKNOWN_RECIPIENT);
    }
    return new Taken(inOrder(node, envelope, parcel), null);
  }

  private Receipt.Outcome inOrder(PartnerNode node, Envelope envelope, Envelope.Parcel parcel) {
    Received message =
        new Received(
            envelope.message(),
            envelope.kind(),
            envelope.version(),
            parcel.sender(),
            parcel.recipient(),
            parcel.subject(),
            parcel.occurred(),
            envelope.body());
    long last = last(node.id(), parcel);
    Arrivals.Entered before = arrivals.before(message);
    if (before == Arrivals.Entered.BEFORE) {
      return Receipt.Outcome.AGAIN;
    }
    if (before == Arrivals.Entered.CHANGED) {
      throw new Untrusted(Reason.CHANGED);
    }
    if (parcel.sequence() <= last) {
      throw new Untrusted(Reason.ORDER);
    }
    try {
      arrivals.take(message);
    } catch (RejectedMessage e) {
      throw Untrusted.of(
          switch (e.why()) {
            case UNKNOWN_KIND -> Reason.UNKNOWN_KIND;
            case UNKNOWN_CODE -> Reason.UNKNOWN_CODE;
            case CONTENT -> Reason.SCHEMA;
          },
          e.name());
    }
    db.sql(
            """
            update node_sequence set sequence = :sequence
             where node = :node and sender = :sender and subject = :subject
            """)
        .param("sequence", parcel.sequence())
        .param("node", node.id())
        .param("sender", parcel.sender())
        .param("subject", parcel.subject())
        .update();
    return Receipt.Outcome.TAKEN;
  }

  /**
   * The last sequence number received for this order key; the row is locked until the end of the
   * transaction.
   */
  private long last(UUID node, Envelope.Parcel parcel) {
    db.sql(
            """
            insert into node_sequence (node, sender, subject, sequence)
            values (:node, :sender, :subject, 0) on conflict do nothing
            """)
        .param("node", node)
        .param("sender", parcel.sender())
        .param("subject", parcel.subject())
        .update();
    return db.sql(
            """
            select sequence from node_sequence
             where node = :node and sender = :sender and subject = :subject for update
            """)
        .param("node", node)
        .param("sender", parcel.sender())
        .param("subject", parcel.subject())
        .query(Long.class)
        .single();
  }

  /** Deletes records of envelopes that have expired; hourly. */
  @Scheduled(
      initialDelayString = "${schedule.partner.received-envelopes.after}",
      fixedDelayString = "${schedule.partner.received-envelopes.every}")
  @Transactional
  public void forgetOld() {
    db.sql("delete from node_envelope where until < :now")
        .param("now", Columns.at(clock.instant()))
        .update();
  }
}
