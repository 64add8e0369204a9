package org.passerelle.protect.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.Cases;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of a case, with their history. Withdrawing one stops what waits and tells everybody who
 * received.
 */
@Service
public class Consents {
  private static final String NOTE = "consent.note";
  private static final String ROWS =
      """
      select c.*, (select string_agg(k.category, ',') from consent_category k where k.consent = c.id) as categories
        from consent c""";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseJournal journal;
  private final DisclosureRules rules;
  private final Disclosures disclosures;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Consents(
      JdbcClient db,
      Vault vault,
      Cases cases,
      CaseJournal journal,
      DisclosureRules rules,
      Disclosures disclosures,
      Outbox outbox,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.journal = journal;
    this.rules = rules;
    this.disclosures = disclosures;
    this.outbox = outbox;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Records a consent or a refusal.
   *
   * @throws Refused if whoever gave it cannot, or a transfer instrument is missing
   */
  @Transactional
  public UUID record(UUID caseId, ConsentDraft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.given()) {
      refuse(rules.againstGiver(file, draft.capacity(), draft.givenBy()));
      refuse(rules.againstTransfer(file, draft.recipient(), draft.transfer()));
    }
    if (draft.until().isBefore(draft.from()) || draft.categories().isEmpty()) {
      throw new Refused("consent.refused.empty");
    }
    UUID id = identifiers.next();
    String state = draft.given() ? "given" : "refused";
    db.sql(
            """
            insert into consent
              (id, organisation, case_id, purpose, recipient, state, version, capacity, given_by, explained_in, onward,
               transfer, from_day, until_day, note, at, by_user)
            values
              (:id, :organisation, :case, :purpose, :recipient, :state, 1, :capacity, :givenBy, :explained, :onward,
               :transfer, :from, :until, :note, :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", caseId)
        .param("purpose", draft.purpose())
        .param("recipient", draft.recipient())
        .param("state", state)
        .param("capacity", draft.capacity())
        .param("givenBy", draft.givenBy())
        .param("explained", draft.explainedIn())
        .param("onward", draft.onward())
        .param("transfer", draft.transfer())
        .param("from", draft.from())
        .param("until", draft.until())
        .param("note", vault.seal(caseId, NOTE, draft.note()))
        .param("at", now())
        .param("user", who.user())
        .update();
    for (String category : draft.categories()) {
      db.sql("insert into consent_category (consent, category) values (:id, :category)")
          .param("id", id)
          .param("category", category)
          .update();
    }
    remember(id, 1, state, who);
    journal.add(
        caseId, draft.given() ? "consent.given" : "consent.refused", draft.purpose(), id, who);
    audit.write(who, "consent." + state, "case", caseId, Map.of("consent", id.toString()));
    return id;
  }

  /**
   * Withdraws a consent: what is queued on it does not leave, and every organisation that received
   * something on it is told and must acknowledge. A second withdrawal changes nothing.
   */
  @Transactional
  public void withdraw(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Consent consent = find(id).filter(c -> c.caseId().equals(file.id())).orElseThrow(NotFound::new);
    int withdrawn =
        db.sql(
                """
                update consent set state = 'withdrawn', version = version + 1, withdrawn_at = :now
                 where id = :id and state = 'given'
                """)
            .param("now", now())
            .param("id", id)
            .update();
    if (withdrawn == 0) {
      return;
    }
    remember(id, consent.version() + 1, "withdrawn", who);
    List<UUID> stopped =
        outbox.end(new Outbox.Which.OnCause(id), Ending.WITHDRAWN, Ending.WITHDRAWN.code());
    for (Disclosures.Disclosure disclosure : disclosures.onBasis(id)) {
      if (disclosure.state().equals("delivered")) {
        outbox.put(
            new Outbox.Outgoing(
                "consent.withdrawn",
                1,
                disclosure.referral(),
                who.organisation(),
                disclosure.recipient(),
                null,
                null,
                Withdrawal.json(disclosure.referral(), id)));
      }
    }
    journal.add(caseId, "consent.withdrawn", consent.purpose(), id, who);
    audit.write(
        who,
        "consent.withdrawn",
        "case",
        caseId,
        Map.of("consent", id.toString(), "stopped", Integer.toString(stopped.size())));
  }

  /** Consents of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Consent> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(ROWS + " where c.case_id = :case order by c.at desc, c.id")
        .param("case", caseId)
        .query((row, i) -> consent(row))
        .list();
  }

  /** One, wherever it is needed inside the room; whoever asks has checked the case. */
  @Transactional(readOnly = true)
  public Optional<Consent> find(UUID id) {
    return db.sql(ROWS + " where c.id = :id")
        .param("id", id)
        .query((row, i) -> consent(row))
        .optional();
  }

  private Consent consent(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    Set<String> categories = categories(row);
    return new Consent(
        id,
        caseId,
        row.getString("purpose"),
        row.getObject("recipient", UUID.class),
        row.getString("state"),
        row.getInt("version"),
        row.getString("capacity"),
        row.getObject("given_by", UUID.class),
        row.getString("explained_in"),
        row.getBoolean("onward"),
        row.getString("transfer"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        vault.open(caseId, NOTE, row.getBytes("note")),
        categories,
        row.getObject("at", OffsetDateTime.class).toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  /** The categories that a basis covers, as one column of its row. */
  static Set<String> categories(ResultSet row) throws SQLException {
    String all = row.getString("categories");
    return all == null ? Set.of() : Set.of(all.split(",", -1));
  }

  private void remember(UUID id, int version, String state, SignedIn who) {
    db.sql(
            """
            insert into consent_history (consent, version, state, at, by_user)
            values (:id, :version, :state, :at, :user)
            """)
        .param("id", id)
        .param("version", version)
        .param("state", state)
        .param("at", now())
        .param("user", who.user())
        .update();
  }

  static void refuse(Optional<Objection> objection) {
    objection.ifPresent(
        o -> {
          throw new Refused(o.key(), o.arguments().toArray());
        });
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
