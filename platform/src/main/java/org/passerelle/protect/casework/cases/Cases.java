package org.passerelle.protect.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of the user's organisation. A case is visible to its team, and to a supervisor of the
 * organisation unless it is restricted to named colleagues; for everybody else it does not exist.
 */
@Service
public class Cases {
  public static final String DETAILS = "case.details";

  private final JdbcClient db;
  private final CaseSight sight;
  private final CaseLock lock;
  private final SealedJson sealed;
  private final Persons persons;
  private final AuditLog audit;

  Cases(
      JdbcClient db,
      CaseSight sight,
      CaseLock lock,
      SealedJson sealed,
      Persons persons,
      AuditLog audit) {
    this.db = db;
    this.sight = sight;
    this.lock = lock;
    this.sealed = sealed;
    this.persons = persons;
    this.audit = audit;
  }

  /** Reads a case for its team; the access is logged. */
  @Transactional
  public Case read(UUID id, SignedIn who) {
    Case found = find(id, who);
    audit.write(who, "case.read", "case", id, Map.of());
    return found;
  }

  /**
   * Reads a case without a log entry, for acts that write one of their own.
   *
   * @throws NotFound if no such case is visible to this user
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
   * The same for an act that writes rows below the case and no line of its journal, which would do
   * so: nobody erases the case before the caller's transaction has ended.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Case hold(UUID id, SignedIn who) {
    lock.againstErasure(id);
    return find(id, who);
  }

  /**
   * Reads a case for automatic processing such as deliveries and reminders; no user sees the
   * result.
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
   * Checks access without reading the case.
   *
   * @throws NotFound if no such case is visible to this user
   */
  public void check(UUID id, SignedIn who) {
    sight.check(id, who);
  }

  /**
   * The case of a row.
   *
   * @param row statement that selects the identifier of the case
   * @throws NotFound if there is no such row, or its case is not visible to this user
   */
  public UUID ofRow(JdbcClient.StatementSpec row, SignedIn who) {
    UUID id = row.query(UUID.class).optional().orElseThrow(NotFound::new);
    check(id, who);
    return id;
  }

  /** Whether the case exists and is visible to this user. */
  public boolean sees(UUID id, SignedIn who) {
    return sight.sees(id, who);
  }

  /** The case with a code, if the user may see it. */
  @Transactional(readOnly = true)
  public Optional<UUID> byCode(String code, SignedIn who) {
    return sight
        .sql("select c.id from protect_case c where c.code = :code and {seen c}", who)
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  /**
   * The case with a code in the user's organisation regardless of team, unless it is restricted to
   * named colleagues. For acts that must be possible from outside the team, such as emergency
   * access. Shows nothing of the case.
   */
  @Transactional(readOnly = true)
  public Optional<UUID> inOrganisation(String code, SignedIn who) {
    return sight
        .sql("select c.id from protect_case c where c.code = :code and {open c}", who)
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  /** Decrypts only the pseudonym, for lists of cases that the reader may see. */
  public String pseudonym(UUID id, byte[] details) {
    return sealed.open(id, DETAILS, details, CaseDetails.class).pseudonym();
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
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "changed_at"),
        Columns.instantOrNull(row, "next_due"),
        Urgency.of(row.getString("urgency")),
        Risk.of(row.getString("risk")));
  }
}
