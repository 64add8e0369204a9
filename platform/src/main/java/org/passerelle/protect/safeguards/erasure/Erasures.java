package org.passerelle.protect.safeguards.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person: the keys are destroyed and entered in the list outside the data folder; the rows
 * of cases, screenings, forms and figures are deleted; every organisation that received data is
 * told and must confirm. Only identifiers remain: that it was done, when, why and by whom, who had
 * received which fields, and the log.
 */
@Service
public class Erasures {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final ErasureRows rows;
  private final ErasedFiles files;
  private final Vault vault;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Erasures(
      JdbcClient db,
      ErasureRows rows,
      ErasedFiles files,
      Vault vault,
      Outbox outbox,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.rows = rows;
    this.files = files;
    this.vault = vault;
    this.outbox = outbox;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** The person of a case of the user's organisation, for users who may request an erasure. */
  @Transactional(readOnly = true)
  public Subject of(UUID caseId, SignedIn who) {
    officer(who);
    return db.sql(
            "select code, person, state from case_outline where id = :id and organisation = :organisation")
        .param("id", caseId)
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new Subject(
                    caseId,
                    row.getString("code"),
                    row.getObject("person", UUID.class),
                    row.getString("state")))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Subject of an erasure.
   *
   * @param code code of the case for which it is requested
   * @param state of that case
   */
  public record Subject(UUID caseId, String code, UUID person, String state) {}

  /**
   * Erases a person.
   *
   * @param reason code
   * @param askedBy null if the list of destroyed keys requires it after a restore
   * @param decidedBy the approving user
   */
  @Transactional
  public void erase(
      UUID person,
      UUID organisation,
      String reason,
      @Nullable UUID askedBy,
      @Nullable SignedIn decidedBy) {
    Erased taken = files.taken(person, organisation);
    Erased found = reason.equals(PersonErasure.MISTAKE) ? taken.byMistake() : taken;
    UUID id = identifiers.next();
    db.sql(
            """
            insert into erasure (id, organisation, person, reason, asked_by, decided_by, at)
            values (:id, :organisation, :person, :reason, :asked, :decided, :at)
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("person", person)
        .param("reason", reason)
        .param("asked", askedBy)
        .param("decided", decidedBy == null ? null : decidedBy.user())
        .param("at", Columns.now(clock))
        .update();
    // waiting messages first: a delivery under way finishes and is then among the disclosures
    outbox.end(new Outbox.Which.About(found.all()), Ending.ERASED, Ending.ERASED.code());
    if (!found.cases().isEmpty()) {
      rows.remember(id, found.cases());
    }
    tell(id, organisation);
    files.delete(found);
    // messages queued in the meantime; from now on nobody can write about the rows
    outbox.end(new Outbox.Which.About(found.all()), Ending.ERASED, Ending.ERASED.code());
    Map<String, String> detail = Map.of("erasure", id.toString(), "reason", reason);
    if (decidedBy == null) {
      audit.writeByHouse(organisation, "person.erased", "person", person, detail);
    } else {
      audit.write(decidedBy, "person.erased", "person", person, detail);
    }
    vault.destroyAtCommit(found.keys());
  }

  private void tell(UUID id, UUID organisation) {
    for (Recipient recipient : rows.recipients(id)) {
      outbox.put(
          new Outbox.Outgoing(
              "person.erased",
              1,
              recipient.referral,
              organisation,
              recipient.recipient,
              null,
              null,
              JSON.writeValueAsString(Map.of("referral", recipient.referral.toString()))));
    }
    db.sql("update erasure_recipient set told_at = :at where erasure = :id")
        .param("at", Columns.now(clock))
        .param("id", id)
        .update();
  }

  /** Erases a screening that led to no case, with its key, answers and figures. */
  @Transactional
  public void eraseScreening(UUID screening, SignedIn who) {
    officer(who);
    files.delete(files.looseScreening(screening, who.organisation()));
    audit.write(who, "screening.erased", "screening", screening, Map.of());
    vault.destroyAtCommit(List.of(screening));
  }

  /** Erases a dossier that was declined or withdrawn and never led to a case. */
  @Transactional
  public void eraseDossier(UUID referral, SignedIn who) {
    officer(who);
    files.delete(files.looseDossier(referral, who.organisation()));
    audit.write(who, "dossier.erased", "referral", referral, Map.of());
    vault.destroyAtCommit(List.of(referral));
  }

  /**
   * Erases screenings and dossiers that were restored although their key was destroyed; returns
   * their number. When dossiers did not yet have their own keys, a withdrawal could not be
   * distinguished from an erasure, so those marked as withdrawn are kept.
   */
  @Transactional
  int looseAgain(Collection<UUID> destroyed) {
    List<Erased> back = files.underKeys(destroyed);
    back.forEach(files::delete);
    return back.size();
  }

  private static void officer(SignedIn who) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      throw new NotFound();
    }
  }

  /** Erasures of one's organisation, newest first. */
  @Transactional(readOnly = true)
  public List<Erasure> list(SignedIn who, int most) {
    return rows.list(who, most);
  }

  /** The record of an erased person. */
  public record Erasure(
      UUID id,
      List<String> codes,
      String reason,
      @Nullable UUID askedBy,
      @Nullable UUID decidedBy,
      Instant at,
      List<Recipient> recipients) {
    public Erasure {
      codes = List.copyOf(codes);
      recipients = List.copyOf(recipients);
    }
  }

  /** An organisation that had received data about the person. */
  public record Recipient(
      UUID referral,
      UUID recipient,
      String basisKind,
      String purpose,
      List<String> fields,
      Instant disclosedAt,
      @Nullable Instant acknowledgedAt) {
    public Recipient {
      fields = List.copyOf(fields);
    }
  }
}
