package org.passerelle.protect.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.ChangedMeanwhile;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of one's own organisation. Only the team sees a case, and a supervisor of the organisation
 * unless it is closed to named colleagues; for everybody else it is not there.
 */
@Service
public class Cases {
  static final String DETAILS = "case.details";

  /** Closing a case as an act that may need a second person. */
  public static final String CLOSE = "case.close";

  private static final String MEMBER =
      "insert into case_member (case_id, user_id, since, added_by) values (:case, :user, :now, :by)";
  private final JdbcClient db;
  private final CaseSight sight;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final SealedJson sealed;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Persons persons;
  private final CaseJournal journal;
  private final Approvals approvals;
  private final SearchMarks marks;
  private final CaseCodes codes;

  Cases(
      JdbcClient db,
      CaseSight sight,
      NamedParameterJdbcOperations named,
      Vault vault,
      SealedJson sealed,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Persons persons,
      CaseJournal journal,
      Approvals approvals,
      SearchMarks marks,
      CaseCodes codes) {
    this.db = db;
    this.sight = sight;
    this.named = named;
    this.vault = vault;
    this.sealed = sealed;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.persons = persons;
    this.journal = journal;
    this.approvals = approvals;
    this.marks = marks;
    this.codes = codes;
  }

  /** Opens a case for a new person; whoever opens it leads it. */
  @Transactional
  public UUID open(PersonDraft person, CaseDraft draft, SignedIn who) {
    return openFor(persons.create(person, who), draft, who);
  }

  /** Opens a case, maybe a further one, for a person whose file the organisation has. */
  @Transactional
  public UUID openFor(UUID person, CaseDraft draft, SignedIn who) {
    Person file = persons.find(person, who);
    Rows rows = new Rows();
    Written written = Written.at(now());
    UUID id =
        add(
            new Persons.Added(person, file.maybeMinor()),
            codes.next(),
            draft,
            CaseState.SIGNAL,
            written,
            who,
            rows);
    rows.insert(named);
    audit.write(who, "case.opened", "case", id, Map.of());
    return id;
  }

  /**
   * Makes a case with its key, its lead and its first line of the journal; the caller inserts the
   * rows and writes the log.
   */
  UUID add(
      Persons.Added person,
      String code,
      CaseDraft draft,
      CaseState state,
      Written written,
      SignedIn who,
      Rows rows) {
    UUID id = identifiers.next();
    vault.createKey(id, person.id());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", who.organisation());
    row.put("person", person.id());
    row.put("code", code);
    row.put("state", state.code());
    row.put("country", draft.country());
    row.put("form", draft.form());
    row.put("minor", person.minor());
    row.put("nonPunishment", draft.nonPunishment());
    row.put("firstContact", draft.firstContact());
    row.put("howCame", draft.howCame());
    row.put("referredBy", draft.referredBy());
    row.put("safe", draft.safeToContact());
    row.put("asylum", draft.asylum());
    row.put("lead", who.user());
    row.put("screening", draft.screening());
    row.put("details", sealed.seal(id, DETAILS, draft.details()));
    row.put("opened", written.opened());
    row.put("changed", written.changed());
    rows.add(
        """
        insert into protect_case
          (id, organisation, person, code, version, state, country, form, minor, non_punishment, first_contact,
           how_came, referred_by, safe_to_contact, asylum, lead_user, closed_to_named, screening, details,
           opened_at, changed_at, marked)
        values
          (:id, :organisation, :person, :code, 1, :state, :country, :form, :minor, :nonPunishment, :firstContact,
           :howCame, :referredBy, :safe, :asylum, :lead, false, :screening, :details, :opened, :changed, true)
        """,
        row);
    marks.addPseudonym(who.organisation(), id, draft.details().pseudonym(), rows);
    addVulnerabilities(id, draft, rows);
    rows.add(MEMBER, member(id, who.user(), who.user(), written.opened()));
    rows.add(
        "insert into case_role (case_id, person, role, from_day) values (:case, :person, 'victim', :day)",
        Map.of("case", id, "person", person.id(), "day", draft.firstContact()));
    journal.add(id, "case.opened", draft.howCame(), draft.screening(), written.opened(), who, rows);
    return id;
  }

  /** When a case was opened and last changed, the same unless it is entered afterwards. */
  record Written(OffsetDateTime opened, OffsetDateTime changed) {
    static Written at(OffsetDateTime now) {
      return new Written(now, now);
    }
  }

  /** A case as its team sees it; the look is logged. */
  @Transactional
  public Case read(UUID id, SignedIn who) {
    Case found = find(id, who);
    audit.write(who, "case.read", "case", id, Map.of());
    return found;
  }

  /**
   * The same without an entry in the log, for a step that writes one of its own.
   *
   * @throws NotFound if there is no such case for this user
   */
  @Transactional(readOnly = true)
  public Case find(UUID id, SignedIn who) {
    return sight
        .sql("select c.* from protect_case c where c.id = :id and {seen c}", who)
        .param("id", id)
        .query((row, i) -> caseOf(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * A case for what the house itself does (deliveries, reminders): no user looks, nothing is shown.
   */
  @Transactional(readOnly = true)
  public Case forHouse(UUID id) {
    return db.sql("select * from protect_case where id = :id")
        .param("id", id)
        .query((row, i) -> caseOf(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Reads nothing of the case.
   *
   * @throws NotFound if there is no such case for this user
   */
  public void check(UUID id, SignedIn who) {
    sight.check(id, who);
  }

  /** Whether there is such a case for this user. */
  public boolean sees(UUID id, SignedIn who) {
    return sight.sees(id, who);
  }

  /** The case with a code, for whoever may see it. */
  @Transactional(readOnly = true)
  public Optional<UUID> byCode(String code, SignedIn who) {
    return sight
        .sql("select c.id from protect_case c where c.code = :code and {seen c}", who)
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  /**
   * The case with a code in one's own organisation, whoever is on its team, unless it is closed to
   * named colleagues: for what must be possible without belonging to the team, such as an
   * emergency. Shows nothing of it.
   */
  @Transactional(readOnly = true)
  public Optional<UUID> inOrganisation(String code, SignedIn who) {
    return sight
        .sql("select c.id from protect_case c where c.code = :code and {open c}", who)
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  /**
   * Changes what is recorded of a case.
   *
   * @throws ChangedMeanwhile if a colleague saved in between
   */
  @Transactional
  public void change(UUID id, int opened, CaseDraft draft, SignedIn who) {
    Case before = find(id, who);
    int changed =
        db.sql(
                """
                update protect_case
                   set version = version + 1, country = :country, form = :form, non_punishment = :nonPunishment,
                       first_contact = :firstContact, how_came = :howCame, safe_to_contact = :safe, asylum = :asylum,
                       details = :details, changed_at = :now
                 where id = :id and version = :opened
                """)
            .param("country", draft.country())
            .param("form", draft.form())
            .param("nonPunishment", draft.nonPunishment())
            .param("firstContact", draft.firstContact())
            .param("howCame", draft.howCame())
            .param("safe", draft.safeToContact())
            .param("asylum", draft.asylum())
            .param("details", sealed.seal(id, DETAILS, draft.details()))
            .param("now", now())
            .param("id", id)
            .param("opened", opened)
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(opened, before.version());
    }
    db.sql("delete from case_vulnerability where case_id = :id").param("id", id).update();
    Rows rows = new Rows();
    addVulnerabilities(id, draft, rows);
    db.sql("delete from case_word where case_id = :id").param("id", id).update();
    marks.addPseudonym(who.organisation(), id, draft.details().pseudonym(), rows);
    rows.insert(named);
    journal.add(id, "case.changed", "", null, who);
    audit.write(who, "case.changed", "case", id, Map.of());
  }

  /**
   * Changes the person of a case: the person's own version guards against overwriting a colleague's
   * words.
   */
  @Transactional
  public void changePerson(UUID id, int opened, PersonDraft draft, SignedIn who) {
    Case found = find(id, who);
    persons.change(found.person().id(), opened, draft, who);
    boolean minor = persons.find(found.person().id(), who).maybeMinor();
    db.sql("update protect_case set minor = :minor, changed_at = :now where id = :id")
        .param("minor", minor)
        .param("now", now())
        .param("id", id)
        .update();
    journal.add(id, "person.changed", "", null, who);
  }

  /**
   * Ends the work, with the reason's code; nothing is deleted, and the case can be reopened. Where
   * the organisation wants a supervisor's yes, it asks for it and the case stays open until then.
   *
   * @return the request that now waits, or nothing if the case is closed
   */
  @Transactional
  public Optional<ApprovalRequest> close(UUID id, String reason, SignedIn who) {
    Case found = find(id, who);
    if (!found.open()) {
      throw new Refused("cases.refused.closed");
    }
    if (approvals.needed(CLOSE, who)) {
      return Optional.of(
          approvals.request(
              CLOSE,
              ActSubject.ofCase(id, found.organisation()),
              Map.of("code", found.code(), "reason", reason),
              who));
    }
    closeNow(id, reason, who);
    return Optional.empty();
  }

  /** Closes a case that nobody else needs to agree to any longer. */
  void closeNow(UUID id, String reason, SignedIn who) {
    if (!find(id, who).open()) {
      throw new Refused("cases.refused.closed");
    }
    setState(id, CaseState.CLOSED);
    journal.add(id, "case.closed", reason, null, who);
    audit.write(who, "case.closed", "case", id, Map.of("reason", reason));
  }

  /** Takes the work up again. */
  @Transactional
  public void reopen(UUID id, SignedIn who) {
    Case found = find(id, who);
    if (found.open()) {
      throw new Refused("cases.refused.open");
    }
    setState(id, CaseState.REOPENED);
    journal.add(id, "case.reopened", "", null, who);
    audit.write(who, "case.reopened", "case", id, Map.of());
  }

  /** Takes the last change of state back. */
  void restoreState(UUID id, CaseState state, SignedIn who) {
    setState(id, state);
    journal.add(id, "case.state-restored", "", null, who);
    audit.write(who, "case.state-restored", "case", id, Map.of("state", state.code()));
  }

  /** The pseudonym alone, for lists. */
  String pseudonym(UUID id, byte[] details) {
    return sealed.open(id, DETAILS, details, CaseDetails.class).pseudonym();
  }

  void setState(UUID id, CaseState state) {
    db.sql(
            "update protect_case set state = :state, version = version + 1, changed_at = :now where id = :id")
        .param("state", state.code())
        .param("now", now())
        .param("id", id)
        .update();
  }

  void addMember(UUID id, UUID user, UUID by, OffsetDateTime now) {
    db.sql(MEMBER).params(member(id, user, by, now)).update();
  }

  private static Map<String, Object> member(UUID id, UUID user, UUID by, OffsetDateTime now) {
    return Map.of("case", id, "user", user, "now", now, "by", by);
  }

  private static void addVulnerabilities(UUID id, CaseDraft draft, Rows rows) {
    for (String code : draft.vulnerabilities().stream().distinct().toList()) {
      rows.add(
          "insert into case_vulnerability (case_id, code) values (:case, :code)",
          Map.of("case", id, "code", code));
    }
  }

  private Case caseOf(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Case(
        id,
        row.getObject("organisation", UUID.class),
        persons.of(row.getObject("person", UUID.class), row.getObject("organisation", UUID.class)),
        row.getString("code"),
        row.getInt("version"),
        CaseState.of(row.getString("state")),
        row.getString("country"),
        row.getString("form"),
        row.getBoolean("minor"),
        row.getBoolean("non_punishment"),
        row.getObject("first_contact", LocalDate.class),
        row.getString("how_came"),
        row.getObject("referred_by", UUID.class),
        row.getString("safe_to_contact"),
        row.getString("asylum"),
        row.getObject("lead_user", UUID.class),
        row.getBoolean("closed_to_named"),
        row.getObject("screening", UUID.class),
        sealed.open(id, DETAILS, row.getBytes("details"), CaseDetails.class),
        db.sql("select code from case_vulnerability where case_id = :id order by code")
            .param("id", id)
            .query(String.class)
            .list(),
        Persons.instant(row, "opened_at"),
        Persons.instant(row, "changed_at"),
        Persons.instantOrNull(row, "next_due"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
