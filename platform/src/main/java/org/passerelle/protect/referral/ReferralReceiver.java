package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.storage.RowsBelow;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what arrives about referrals, on either side. A change is taken only from the organisation
 * it belongs to.
 */
@Component
class ReferralReceiver implements Receiver {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Vault vault;
  private final CaseJournal journal;
  private final ReferralMessages messages;
  private final OnwardRequests onward;
  private final Outbox outbox;
  private final RowsBelow rows;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReferralReceiver(
      JdbcClient db,
      Vault vault,
      CaseJournal journal,
      ReferralMessages messages,
      OnwardRequests onward,
      Outbox outbox,
      RowsBelow rows,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.journal = journal;
    this.messages = messages;
    this.onward = onward;
    this.outbox = outbox;
    this.rows = rows;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "referral.sent",
        "referral.revoked",
        "referral.accepted",
        "referral.declined",
        "referral.done",
        "referral.message",
        "consent.withdrawn",
        "consent.withdrawal-acknowledged",
        "person.erased",
        "onward.asked",
        "onward.urgent",
        "onward.given",
        "onward.refused");
  }

  @Override
  public void receive(Received message) {
    switch (message.type()) {
      case "referral.sent" -> arrived(message);
      case "referral.revoked" -> takenBack(message, true);
      case "referral.accepted" -> answered(message, "accepted", null);
      case "referral.declined" ->
          answered(
              message,
              "declined",
              JSON.readTree(message.payload()).path("reason").asString("other"));
      case "referral.done" -> answered(message, "done", null);
      case "referral.message" ->
          messages.keep(
              referral(message),
              message.recipient(),
              message.sender(),
              ReferralMessages.text(message.payload()));
      case "consent.withdrawn" -> withdrawn(message);
      case "person.erased" -> erased(message);
      case "onward.asked", "onward.urgent", "onward.given", "onward.refused" ->
          onward.receive(message);
      default -> acknowledged(message);
    }
    audit.writeByHouse(
        message.recipient(),
        "message.received",
        "message",
        message.id(),
        Map.of("type", message.type()));
  }

  private void arrived(Received message) {
    Dossier dossier = Dossier.of(message.payload());
    vault.createKey(dossier.referral(), message.recipient());
    db.sql(
            """
            insert into received_referral
              (id, organisation, sender, service, deadline, state, dossier, minor, onward, received_at)
            values
              (:id, :organisation, :sender, :service, :deadline, 'open', :dossier, :minor, :onward, :now)
            """)
        .param("id", dossier.referral())
        .param("organisation", message.recipient())
        .param("sender", message.sender())
        .param("service", dossier.service())
        .param(
            "deadline", OffsetDateTime.ofInstant(Instant.parse(dossier.deadline()), ZoneOffset.UTC))
        .param("dossier", vault.seal(dossier.referral(), ReceivedReferrals.DOSSIER, dossier.json()))
        .param("minor", dossier.minor())
        .param("onward", dossier.onward())
        .param("now", now())
        .update();
    db.sql("update referral set state = 'sent', sent_at = :now where id = :id and state = 'queued'")
        .param("now", now())
        .param("id", dossier.referral())
        .update();
    note(dossier.referral(), "referral.arrived");
    events.publishEvent(
        new ReferralArrived(dossier.referral(), message.sender(), message.recipient()));
  }

  private void answered(
      Received message, String state, @org.jspecify.annotations.Nullable String reason) {
    UUID id = referral(message);
    db.sql(
            """
            update referral set state = :state, answer = :reason, answered_at = coalesce(answered_at, :now)
             where id = :id and recipient = :sender and state in ('queued', 'sent', 'accepted')
            """)
        .param("state", state)
        .param("reason", reason)
        .param("now", now())
        .param("id", id)
        .param("sender", message.sender())
        .update();
    note(id, "referral." + state);
  }

  /**
   * What the sender takes back can no longer be read here: the dossier and what the sender wrote
   * about it go, in the same change that says so.
   */
  private void takenBack(Received message, boolean revoked) {
    UUID id = referral(message);
    db.sql(
            """
            update received_referral
               set withdrawn_at = coalesce(withdrawn_at, :now), dossier = :nothing,
                   state = case when :revoked then 'revoked' else state end
             where id = :id and organisation = :recipient and sender = :sender
            """)
        .param("now", now())
        .param("nothing", new byte[0])
        .param("revoked", revoked)
        .param("id", id)
        .param("recipient", message.recipient())
        .param("sender", message.sender())
        .update();
    messages.forget(id, message.recipient(), message.sender());
  }

  private void withdrawn(Received message) {
    UUID id = referral(message);
    takenBack(message, false);
    db.sql("select case_id from received_referral where id = :id and case_id is not null")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .ifPresent(caseId -> journal.addByHouse(caseId, "consent.withdrawn-by-sender", "", id));
  }

  /**
   * The sender erased the person. What nobody here had taken up goes at once; where there is a case
   * of one's own, its team is told, and decides about its own file.
   */
  private void erased(Received message) {
    UUID id = referral(message);
    List<UUID> taken =
        db
            .sql("select case_id from received_referral where id = :id and sender = :sender")
            .param("id", id)
            .param("sender", message.sender())
            .query((row, i) -> Optional.ofNullable(row.getObject("case_id", UUID.class)))
            .list()
            .stream()
            .flatMap(found -> found.stream().distinct())
            .toList();
    if (taken.isEmpty()) {
      rows.delete("received_referral", List.of(id));
      messages.forget(id, message.recipient());
      if (vault.holds(id)) {
        vault.destroyKey(id);
      }
      outbox.put(
          new Outbox.Outgoing(
              "consent.withdrawal-acknowledged",
              1,
              id,
              /* sender= */ message.recipient(),
              /* recipient= */ message.sender(),
              null,
              null,
              "{}"));
      return;
    }
    takenBack(message, false);
    // what was confirmed before was the withdrawal; the erasure is confirmed anew
    db.sql(
            "update received_referral set acknowledged_at = null where id = :id and sender = :sender")
        .param("id", id)
        .param("sender", message.sender())
        .update();
    taken.forEach(caseId -> journal.addByHouse(caseId, "person.erased-by-sender", "", id));
  }

  private void acknowledged(Received message) {
    UUID id = referral(message);
    db.sql(
            """
            update erasure_recipient set acknowledged_at = :now
             where referral = :id and recipient = :sender and acknowledged_at is null
            """)
        .param("now", now())
        .param("id", id)
        .param("sender", message.sender())
        .update();
    db.sql(
            """
            update referral set withdrawal_acknowledged_at = :now
             where id = :id and recipient = :sender and withdrawal_acknowledged_at is null
            """)
        .param("now", now())
        .param("id", id)
        .param("sender", message.sender())
        .update();
    note(id, "consent.withdrawal-acknowledged");
  }

  /** Messages about a referral are ordered by it, so its identifier is the message's order key. */
  private static UUID referral(Received message) {
    return message.orderKey();
  }

  private void note(UUID referral, String kind) {
    db.sql("select case_id, service from referral where id = :id")
        .param("id", referral)
        .query(
            (row, i) -> new Noted(row.getObject("case_id", UUID.class), row.getString("service")))
        .optional()
        .ifPresent(n -> journal.addByHouse(n.caseId, kind, n.service, referral));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private record Noted(UUID caseId, String service) {}
}
