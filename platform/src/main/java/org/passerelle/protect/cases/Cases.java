package org.passerelle.protect.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.Columns;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;
import org.passerelle.protect.person.Persons;
import org.passerelle.storage.SealedJson;
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

  private final JdbcClient db;
  private final CaseSight sight;
  private final SealedJson sealed;
  private final Persons persons;
  private final AuditLog audit;

  Cases(JdbcClient db, CaseSight sight, SealedJson sealed, Persons persons, AuditLog audit) {
    this.db = db;
    this.sight = sight;
    this.sealed = sealed;
    this.persons = persons;
    this.audit = audit;
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

  /** The pseudonym alone, for lists of cases that were found for the reader. */
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
