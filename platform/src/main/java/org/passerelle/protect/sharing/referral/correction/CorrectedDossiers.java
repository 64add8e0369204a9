package org.passerelle.protect.sharing.referral.correction;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.ReferralTeam;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies corrections to received dossiers. A sender's correction changes the dossier at once; the
 * recipient's own case is corrected by its team, who then confirm.
 */
@Service
public class CorrectedDossiers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Fields by which the recipient is warned before the dossier is opened. */
  private static final Set<String> WARNINGS =
      Set.of(Released.DANGER.code(), Released.SAFE_TO_CONTACT.code());

  private final JdbcClient db;
  private final Vault vault;
  private final ReceivedReferrals received;
  private final Corrections corrections;
  private final ReferralTeam team;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  CorrectedDossiers(
      JdbcClient db,
      Vault vault,
      ReceivedReferrals received,
      Corrections corrections,
      ReferralTeam team,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.received = received;
    this.corrections = corrections;
    this.team = team;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Applies an arriving correction. Only the sender of a dossier can correct it, and only while it
   * exists.
   */
  public void take(Received message) {
    UUID id = ReferralReceiver.referral(message);
    db.sql(
            """
            select dossier_key, dossier, state, corrected_fields, correction_taken_at
              from received_referral
             where id = :id and organisation = :recipient and sender = :sender
               and withdrawn_at is null and state <> 'revoked'
            """)
        .param("id", id)
        .param("recipient", message.recipient())
        .param("sender", message.sender())
        .query(
            (row, i) ->
                new There(
                    row.getObject("dossier_key", UUID.class),
                    row.getBytes("dossier"),
                    row.getString("state").equals("declined"),
                    row.getObject("correction_taken_at") == null
                        ? row.getString("corrected_fields")
                        : null))
        .optional()
        .ifPresent(there -> put(message, there));
  }

  private void put(Received message, There there) {
    UUID id = ReferralReceiver.referral(message);
    JsonNode corrected = JSON.readTree(message.payload()).path("fields");
    String before = vault.open(there.key, ReceivedReferrals.DOSSIER, there.dossier);
    Set<String> fields = new TreeSet<>(corrected.propertyNames());
    String waiting = there.waiting;
    if (waiting != null && !waiting.isEmpty()) {
      fields.addAll(Arrays.asList(waiting.split(",", -1)));
    }
    String merged = merged(before, corrected);
    StatedDanger danger = Dossier.of(merged).danger();
    db.sql(
            """
            update received_referral
               set dossier = :dossier, corrected_at = :now, corrected_fields = :fields, correction_taken_at = null,
                   correction = :message,
                   urgency = case when :warns then :urgency else urgency end,
                   safe_to_contact = case when :warns then :safe else safe_to_contact end
             where id = :id
            """)
        .param("warns", WARNINGS.stream().anyMatch(corrected::has))
        .param("dossier", vault.seal(there.key, ReceivedReferrals.DOSSIER, merged))
        .param("urgency", danger.urgency().code())
        .param("safe", danger.safeToContact())
        .param("now", Columns.now(clock))
        .param("fields", String.join(",", fields))
        .param("message", message.id())
        .param("id", id)
        .update();
    // whoever declined no longer reads the dossier
    if (!there.declined) {
      team.tell(id, message.recipient(), "referral.corrected-by-sender");
    }
  }

  /**
   * A dossier with corrected values in some fields; all other fields stay as received, including
   * those unknown to this version.
   */
  public static String merged(String dossier, JsonNode corrected) {
    ObjectNode whole = (ObjectNode) JSON.readTree(dossier);
    ObjectNode fields = whole.withObject("/fields");
    for (Map.Entry<String, JsonNode> field : corrected.properties()) {
      if (field.getValue().isEmpty()) {
        fields.remove(field.getKey());
      } else {
        fields.set(field.getKey(), field.getValue());
      }
    }
    // a danger that the sender lifts would come back with the urgency at the time of sending
    if (corrected.has(Released.DANGER.code())) {
      whole.remove("urgency");
    }
    return JSON.writeValueAsString(whole);
  }

  /**
   * Records that the recipient's own file has been corrected. The sender is told once, and the
   * correction is passed on to those who received these fields from here.
   *
   * @param correction the correction that was read; a later one is not confirmed by it
   */
  @Transactional
  public void taken(UUID id, UUID correction, SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    int now =
        db.sql(
                """
                update received_referral set correction_taken_at = :now
                 where id = :id and correction = :correction and correction_taken_at is null
                   and withdrawn_at is null
                """)
            .param("now", Columns.now(clock))
            .param("correction", correction)
            .param("id", id)
            .update();
    if (now > 0) {
      outbox.put(
          new Outbox.Outgoing(
              Corrections.TAKEN,
              1,
              id,
              found.organisation(),
              found.sender(),
              null,
              null,
              Corrections.taken(correction)));
      audit.write(who, Corrections.TAKEN, "referral", id, Map.of());
      UUID caseId = found.caseId();
      if (caseId != null && found.correction() != null) {
        corrections.passOn(caseId, found.correction().fields(), who);
      }
    }
  }

  private record There(UUID key, byte[] dossier, boolean declined, @Nullable String waiting) {}
}
