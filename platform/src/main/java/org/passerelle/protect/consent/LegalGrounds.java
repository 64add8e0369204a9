package org.passerelle.protect.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Cases;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Legal bases recorded for a case. Vital interests are told to the supervisor and reviewed within
 * 72 hours.
 */
@Service
public class LegalGrounds {
  /** DESIGN, rule 3. */
  static final Duration REVIEW = Duration.ofHours(72);

  private static final String REASON = "legal_ground.reason";
  private static final String ROWS =
      """
      select g.*, (select string_agg(k.category, ',') from legal_ground_category k where k.ground = g.id) as categories
        from legal_ground g""";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final CaseJournal journal;
  private final DisclosureRules rules;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  LegalGrounds(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      CaseJournal journal,
      DisclosureRules rules,
      Outbox outbox,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.journal = journal;
    this.rules = rules;
    this.outbox = outbox;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Records a legal basis.
   *
   * @throws Refused if it has no reason, or the convention is not in force for both countries
   */
  @Transactional
  public UUID record(UUID caseId, LegalGround.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.reason().isBlank() || draft.categories().isEmpty()) {
      throw new Refused("consent.refused.no-reason");
    }
    Consents.refuse(
        rules
            .againstGround(
                file, draft.recipient(), draft.purpose(), draft.kind(), draft.instrument())
            .or(() -> rules.againstTransfer(file, draft.recipient(), draft.transfer())));
    UUID id = identifiers.next();
    boolean vital = draft.kind().equals("vital_interests");
    db.sql(
            """
            insert into legal_ground
              (id, organisation, case_id, kind, purpose, recipient, instrument, transfer, reason, version, at, by_user,
               review_due)
            values
              (:id, :organisation, :case, :kind, :purpose, :recipient, :instrument, :transfer, :reason, 1, :at, :user,
               :due)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", caseId)
        .param("kind", draft.kind())
        .param("purpose", draft.purpose())
        .param("recipient", draft.recipient())
        .param("instrument", draft.instrument())
        .param("transfer", draft.transfer())
        .param("reason", vault.seal(caseId, REASON, draft.reason()))
        .param("at", now())
        .param("user", who.user())
        .param("due", vital ? now().plus(REVIEW) : null)
        .update();
    for (String category : draft.categories()) {
      db.sql("insert into legal_ground_category (ground, category) values (:id, :category)")
          .param("id", id)
          .param("category", category)
          .update();
    }
    journal.add(caseId, "legal-ground.recorded", draft.kind(), id, who);
    audit.write(
        who,
        "legal-ground.recorded",
        "case",
        caseId,
        Map.of("ground", id.toString(), "kind", draft.kind()));
    return id;
  }

  /** A supervisor's finding on vital interests; if it is not upheld, nothing more leaves on it. */
  @Transactional
  public void review(UUID id, boolean upheld, SignedIn who) {
    LegalGround ground = find(id).orElseThrow(NotFound::new);
    cases.check(ground.caseId(), who);
    if (!who.is(Role.SUPERVISOR) || ground.by().equals(who.user())) {
      throw new Refused("consent.refused.own-review");
    }
    int reviewed =
        db.sql(
                """
                update legal_ground
                   set reviewed_at = :now, reviewed_by = :user, upheld = :upheld, version = version + 1
                 where id = :id and review_due is not null and reviewed_at is null
                """)
            .param("now", now())
            .param("user", who.user())
            .param("upheld", upheld)
            .param("id", id)
            .update();
    if (reviewed == 0) {
      throw new Refused("consent.refused.reviewed");
    }
    if (!upheld) {
      outbox.end(new Outbox.Which.OnCause(id), Ending.STOPPED, "not-upheld");
    }
    journal.add(
        ground.caseId(),
        upheld ? "legal-ground.upheld" : "legal-ground.not-upheld",
        ground.kind(),
        id,
        who);
    audit.write(
        who,
        "legal-ground.reviewed",
        "case",
        ground.caseId(),
        Map.of("ground", id.toString(), "upheld", Boolean.toString(upheld)));
  }

  /** Legal bases of a case, newest first. */
  @Transactional(readOnly = true)
  public List<LegalGround> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(ROWS + " where g.case_id = :case order by g.at desc, g.id")
        .param("case", caseId)
        .query((row, i) -> ground(row))
        .list();
  }

  /** Those that a supervisor of the organisation has to look at, the most urgent first. */
  @Transactional(readOnly = true)
  public List<LegalGround> toReview(SignedIn who) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return sight
        .sql(
            ROWS
                + """
             join protect_case c on c.id = g.case_id
             where g.organisation = :organisation and g.review_due is not null and g.reviewed_at is null
               and {seen c}
             order by g.review_due
            """,
            who)
        .query((row, i) -> ground(row))
        .list();
  }

  /** One, wherever it is needed inside the room. */
  @Transactional(readOnly = true)
  public Optional<LegalGround> find(UUID id) {
    return db.sql(ROWS + " where g.id = :id")
        .param("id", id)
        .query((row, i) -> ground(row))
        .optional();
  }

  private LegalGround ground(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    OffsetDateTime due = row.getObject("review_due", OffsetDateTime.class);
    return new LegalGround(
        id,
        caseId,
        row.getString("kind"),
        row.getString("purpose"),
        row.getObject("recipient", UUID.class),
        row.getString("instrument"),
        row.getString("transfer"),
        vault.open(caseId, REASON, row.getBytes("reason")),
        row.getInt("version"),
        Consents.categories(row),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("by_user", UUID.class),
        due == null ? null : due.toInstant(),
        (Boolean) row.getObject("upheld"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
