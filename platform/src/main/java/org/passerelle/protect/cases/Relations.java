package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Refused;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who else belongs to a case and how: roles of persons in it, dated relations between persons, and
 * the statement that two files are of the same person.
 */
@Service
public class Relations {
  private static final String REASON = "same_person.reason";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final Persons persons;
  private final CaseRecord records;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Relations(
      JdbcClient db,
      Vault vault,
      Cases cases,
      Persons persons,
      CaseRecord records,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.persons = persons;
    this.records = records;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Adds another person to a case: relative, guardian, witness, suspect.
   *
   * @param role code of {@code roles_in_case}
   * @param relation code of {@code relations} to the person the case is for
   * @param suspected whether this person is suspected, or related to a suspect
   * @param verified whether papers or an authority confirm the relation
   */
  @Transactional
  public UUID add(
      UUID caseId,
      PersonDraft draft,
      String role,
      String relation,
      boolean suspected,
      boolean verified,
      @Nullable LocalDate from,
      SignedIn who) {
    Case found = cases.find(caseId, who);
    UUID person = persons.create(draft, who);
    db.sql(
            "insert into case_role (case_id, person, role, from_day) values (:case, :person, :role, :from)")
        .param("case", caseId)
        .param("person", person)
        .param("role", role)
        .param("from", from)
        .update();
    db.sql(
            """
            insert into person_relation (id, person, other, kind, suspected, verified, from_day, at, by_user)
            values (:id, :person, :other, :kind, :suspected, :verified, :from, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("person", found.person().id())
        .param("other", person)
        .param("kind", relation)
        .param("suspected", suspected)
        .param("verified", verified)
        .param("from", from)
        .param("at", now())
        .param("user", who.user())
        .update();
    records.write(
        caseId,
        "person.added",
        role,
        person,
        Map.of("person", person.toString(), "role", role),
        who);
    return person;
  }

  /** Persons around the one the case is for; who they are is not opened here. */
  @Transactional(readOnly = true)
  public List<Around> around(UUID caseId, SignedIn who) {
    return around(cases.find(caseId, who));
  }

  /** The same for a case that was found already. */
  @Transactional(readOnly = true)
  public List<Around> around(Case found) {
    return db.sql(
            """
            select r.person, r.role, r.from_day, r.until_day, coalesce(n.kind, '') as kind,
                   coalesce(n.suspected, false) as suspected, coalesce(n.verified, false) as verified
              from case_role r
              left join person_relation n on n.other = r.person and n.person = :person
             where r.case_id = :case and r.person <> :person
             order by r.role, r.from_day
            """)
        .param("case", found.id())
        .param("person", found.person().id())
        .query(
            (row, i) ->
                new Around(
                    row.getObject("person", UUID.class),
                    row.getString("role"),
                    row.getString("kind"),
                    row.getBoolean("suspected"),
                    row.getBoolean("verified"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class)))
        .list();
  }

  /**
   * States, with a reason, that two files are, or are not, of the same person; it can be revoked.
   */
  @Transactional
  public UUID statePerson(UUID one, UUID other, boolean same, String reason, SignedIn who) {
    persons.find(one, who);
    persons.find(other, who);
    if (one.equals(other) || reason.isBlank()) {
      throw new Refused("cases.refused.same-person");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into same_person (id, organisation, person, other, same, reason, at, by_user)
            values (:id, :organisation, :one, :other, :same, :reason, :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("one", one)
        .param("other", other)
        .param("same", same)
        .param("reason", vault.seal(one, REASON, reason))
        .param("at", now())
        .param("user", who.user())
        .update();
    audit.write(
        who,
        "same-person.stated",
        "person",
        one,
        Map.of("other", other.toString(), "same", Boolean.toString(same)));
    return id;
  }

  /** Takes such a statement back; the files were never merged, so nothing has to be parted. */
  @Transactional
  public void revoke(UUID statement, SignedIn who) {
    db.sql(
            """
            update same_person set revoked_at = :at, revoked_by = :user
             where id = :id and organisation = :organisation and revoked_at is null
            """)
        .param("at", now())
        .param("user", who.user())
        .param("id", statement)
        .param("organisation", who.organisation())
        .update();
    audit.write(who, "same-person.revoked", "same-person", statement, Map.of());
  }

  /** Other files of the organisation stated to be of the same person, whichever was named first. */
  @Transactional(readOnly = true)
  public List<UUID> sameAs(UUID person, SignedIn who) {
    return db.sql(
            """
            select case when person = :person then other else person end
              from same_person
             where organisation = :organisation and same and revoked_at is null
               and (person = :person or other = :person)
            """)
        .param("person", person)
        .param("organisation", who.organisation())
        .query(UUID.class)
        .list();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A person around the one the case is for. */
  public record Around(
      UUID person,
      String role,
      String relation,
      boolean suspected,
      boolean verified,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}
}
