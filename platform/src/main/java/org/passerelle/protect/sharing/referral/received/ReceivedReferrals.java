package org.passerelle.protect.sharing.referral.received;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that the organisation received. An open referral is visible to those who answer
 * referrals, and a hand-over to focal points and supervisors; a declined one to the person who
 * answered and the supervisor; once a case was opened from it, only to those who see that case.
 */
@Service
public class ReceivedReferrals {
  /** Message type and log action of a declined referral. */
  public static final String DECLINED = "referral.declined";

  /** Message type and log action of an accepted referral. */
  static final String ACCEPTED = "referral.accepted";

  public static final String DOSSIER = "received_referral.dossier";

  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final CaseFromDossier fromDossier;
  private final ReferralMessages messages;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  ReceivedReferrals(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      CaseFromDossier fromDossier,
      ReferralMessages messages,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.fromDossier = fromDossier;
    this.messages = messages;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Referrals that the user may see: open ones first, earliest deadline first. */
  @Transactional(readOnly = true)
  public List<ReceivedReferral> mine(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select r.* from received_referral r
             where r.organisation = :organisation
               and ((r.case_id is null and (r.answered_by is null or :supervisor or r.answered_by = :user)
                     and (:contact or r.service <> 'hand_over'))
                    or exists (select 1 from {case c} where c.id = r.case_id and {seen c}))
             order by case when r.state = 'open' then 0 else 1 end, r.deadline limit :limit
            """,
            who)
        .param("contact", contact(who))
        .param("limit", limit)
        .query((row, i) -> received(row))
        .list();
  }

  /** Whether the user answers hand-overs from other countries for the organisation. */
  public static boolean contact(SignedIn who) {
    return who.is(Role.FOCAL_POINT, Role.SUPERVISOR);
  }

  /** Referrals from which a case of the reader's was opened, oldest first. */
  @Transactional(readOnly = true)
  public List<ReceivedReferral> of(UUID caseId, SignedIn who) {
    return sight
        .sql(
            """
            select r.* from received_referral r join {case c} on c.id = r.case_id
             where c.id = :case and r.organisation = :organisation and {seen c} order by r.received_at, r.id
            """,
            who)
        .param("case", caseId)
        .query((row, i) -> received(row))
        .list();
  }

  /** Finds a received referral. */
  @Transactional(readOnly = true)
  public ReceivedReferral find(UUID id, SignedIn who) {
    return sight
        .sql(
            """
            select r.* from received_referral r
             where r.id = :id and r.organisation = :organisation
               and ((r.case_id is null and (r.answered_by is null or :supervisor or r.answered_by = :user or r.state = 'declined')
                     and (:contact or r.service <> 'hand_over'))
                    or exists (select 1 from {case c} where c.id = r.case_id and {seen c}))
            """,
            who)
        .param("contact", contact(who))
        .param("id", id)
        .query((row, i) -> received(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Opens the dossier; the access is logged. It stays closed after a refusal, a withdrawal or a
   * revocation.
   *
   * @return empty if it may no longer be used
   */
  @Transactional
  public Optional<Dossier> dossier(UUID id, SignedIn who) {
    ReceivedReferral found = find(id, who);
    if (found.withdrawnAt() != null || found.closed()) {
      return Optional.empty();
    }
    audit.write(who, "dossier.read", "referral", id, Map.of());
    try {
      return Optional.of(open(id));
    } catch (Vault.KeyDestroyed withdrawnMeanwhile) {
      return Optional.empty();
    }
  }

  /**
   * Accepts a referral: opens a case from the dossier, or reuses one opened from it before, and
   * tells the sender.
   */
  @Transactional
  public UUID accept(UUID id, SignedIn who) {
    ReceivedReferral found = openOnly(id, who);
    // answer first, so that of two simultaneous acceptances only one opens a case
    answer(id, "accepted", null, who);
    UUID caseId = fromDossier.take(open(id), found, who);
    tell(found, ACCEPTED, "{}");
    audit.write(who, ACCEPTED, "referral", id, Map.of("case", caseId.toString()));
    return caseId;
  }

  /** Records that the service was given. */
  @Transactional
  public void done(UUID id, SignedIn who) {
    ReceivedReferral found = find(id, who);
    found.checkStands();
    if (!found.state().equals("accepted")) {
      throw new Refused("referral.refused.not-accepted");
    }
    took(
        db.sql("update received_referral set state = 'done' where id = :id and state = 'accepted'")
            .param("id", id)
            .update());
    tell(found, "referral.done", "{}");
    audit.write(who, "referral.done", "referral", id, Map.of());
  }

  /** Writes to the sender about a referral. */
  @Transactional
  public void write(UUID id, String text, SignedIn who) {
    ReceivedReferral found = find(id, who);
    found.checkIsRead();
    UUID about = found.caseId() == null ? id : found.caseId();
    UUID message = put(found, "referral.message", about, ReferralMessages.json(text));
    messages.keep(id, who.organisation(), text, message);
    audit.write(who, "referral.message-sent", "referral", id, Map.of());
  }

  /**
   * Messages about a referral, oldest first. An organisation that declined it reads only what was
   * written since: an answer to its refusal, which it is told of, and nothing of what came before.
   */
  @Transactional(readOnly = true)
  public List<Referral.Message> messages(UUID id, SignedIn who) {
    return find(id, who).state().equals("declined")
        ? messages.sinceClosed(id, who.organisation())
        : messages.of(id, who.organisation());
  }

  /** Finds a referral that can be answered. */
  ReceivedReferral openOnly(UUID id, SignedIn who) {
    ReceivedReferral found = find(id, who);
    found.checkStands();
    if (!found.state().equals("open")) {
      throw new Refused("referral.refused.answered");
    }
    return found;
  }

  private static void took(int changed) {
    if (changed == 0) {
      throw new Refused("referral.refused.answered");
    }
  }

  void answer(UUID id, String state, @Nullable String reason, SignedIn who) {
    took(
        db.sql(
                """
                update received_referral
                   set state = :state, answer = :reason, answered_at = :now, answered_by = :user
                 where id = :id and state = 'open' and withdrawn_at is null
                """)
            .param("state", state)
            .param("reason", reason)
            .param("now", now())
            .param("user", who.user())
            .param("id", id)
            .update());
  }

  /** Sends an answer, which states the status and nothing about the person. */
  void tell(ReceivedReferral found, String type, String payload) {
    put(found, type, null, payload);
  }

  private UUID put(ReceivedReferral found, String type, @Nullable UUID subject, String payload) {
    UUID from = found.organisation();
    return outbox.put(
        new Outbox.Outgoing(type, 1, found.id(), from, found.sender(), null, subject, payload));
  }

  private Dossier open(UUID id) {
    return db.sql("select dossier_key, dossier from received_referral where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                Dossier.of(
                    vault.open(
                        row.getObject("dossier_key", UUID.class),
                        DOSSIER,
                        row.getBytes("dossier"))))
        .single();
  }

  static ReceivedReferral received(ResultSet row) throws SQLException {
    return new ReceivedReferral(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("sender", UUID.class),
        row.getString("service"),
        Columns.instant(row, "deadline"),
        row.getString("state"),
        row.getBoolean("minor"),
        Columns.instant(row, "received_at"),
        Columns.instantOrNull(row, "answered_at"),
        row.getObject("answered_by", UUID.class),
        row.getString("answer"),
        row.getObject("case_id", UUID.class),
        Columns.instantOrNull(row, "withdrawn_at"),
        Columns.instantOrNull(row, "acknowledged_at"),
        Columns.instantOrNull(row, "erased_at"),
        correction(row),
        StatedDanger.of(row.getString("urgency"), row.getString("safe_to_contact")),
        row.getBoolean("joined"));
  }

  private static ReceivedReferral.@Nullable Correction correction(ResultSet row)
      throws SQLException {
    Instant at = Columns.instantOrNull(row, "corrected_at");
    return at == null
        ? null
        : new ReceivedReferral.Correction(
            row.getObject("correction", UUID.class),
            at,
            List.of(row.getString("corrected_fields").split(",", -1)),
            Columns.instantOrNull(row, "correction_taken_at"));
  }

  private OffsetDateTime now() {
    return Columns.at(clock.instant());
  }
}
