package org.passerelle.protect.casework.cases.relations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other persons of a case: their roles in it, and dated relations between persons. */
@Service
public class Relations {
  private static final String SUSPECT = "suspect";
  private final JdbcClient db;
  private final Cases cases;
  private final Persons persons;
  private final CaseRecord records;
  private final SamePersons same;
  private final ApplicationEventPublisher events;
  private final Identifiers identifiers;
  private final Clock clock;

  Relations(
      JdbcClient db,
      Cases cases,
      Persons persons,
      CaseRecord records,
      SamePersons same,
      ApplicationEventPublisher events,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.persons = persons;
    this.records = records;
    this.same = same;
    this.events = events;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Adds another person to a case, such as a relative, guardian, witness or suspect.
   *
   * @param role code of {@code roles_in_case}
   * @param relation code of {@code relations} to the person of the case
   * @param suspected whether this person is suspected, or related to a suspect
   * @param verified whether documents or an authority confirm the relation
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
    relate(found, person, relation, suspected, verified, from, who);
    records.write(
        caseId,
        "person.added",
        role,
        person,
        Map.of("person", person.toString(), "role", role),
        who);
    if (suspected || role.equals(SUSPECT)) {
      suspected(person, who);
    }
    return person;
  }

  /** Persons around the person of the case; their identities are not decrypted. */
  @Transactional(readOnly = true)
  public List<Around> around(UUID caseId, SignedIn who) {
    return around(cases.find(caseId, who));
  }

  /** The same for a case whose access was checked. */
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
   * Marks a person as suspected or related to a suspect. Guardians who act for the person in any
   * case of the organisation are re-examined in the same transaction.
   *
   * @throws NotFound if no such person is around the person of the case
   */
  @Transactional
  public void suspect(UUID caseId, UUID person, SignedIn who) {
    Case found = cases.find(caseId, who);
    Around around =
        around(found).stream()
            .filter(a -> a.person().equals(person))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!around.suspect()) {
      record(found, around, who);
    }
    // also if already suspected: what was lifted in other cases is suspended again
    suspected(person, who);
  }

  private void record(Case found, Around around, SignedIn who) {
    UUID person = around.person();
    int changed =
        db.sql(
                "update person_relation set suspected = true where person = :person and other = :other")
            .param("person", found.person().id())
            .param("other", person)
            .update();
    if (changed == 0) {
      relate(found, person, "other", true, around.verified(), null, who);
    }
    records.write(
        found.id(),
        "person.suspected",
        around.role(),
        person,
        Map.of("person", person.toString(), "role", around.role()),
        who);
  }

  /**
   * Clears a suspicion that was recorded in this case.
   *
   * @throws Refused if the person has the role of a suspect in any case of the organisation
   */
  @Transactional
  public void clear(UUID caseId, UUID person, SignedIn who) {
    Case found = cases.find(caseId, who);
    if (accused(held(person, found.organisation()))) {
      throw new Refused("guardian.refused.suspect");
    }
    db.sql("update person_relation set suspected = false where person = :person and other = :other")
        .param("person", found.person().id())
        .param("other", person)
        .update();
  }

  /**
   * Whether a person is suspected or related to a suspect in any case of their organisation. In a
   * transaction that writes, waits for a suspicion that is being recorded.
   */
  @Transactional
  public boolean isSuspected(UUID person, UUID organisation) {
    Set<UUID> persons = held(person, organisation);
    return accused(persons)
        || db.sql("select count(*) from person_relation where other in (:persons) and suspected")
                .param("persons", persons)
                .query(Integer.class)
                .single()
            > 0;
  }

  private boolean accused(Set<UUID> persons) {
    return db.sql("select count(*) from case_role where person in (:persons) and role = :suspect")
            .param("persons", persons)
            .param("suspect", SUSPECT)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Handles the statement that two files are of one person, if one of them is suspected. */
  @EventListener
  void on(SamePersons.Stated event) {
    event.persons().stream()
        .limit(1)
        .filter(person -> isSuspected(person, event.organisation()))
        .forEach(person -> suspected(person, event.by()));
  }

  private void suspected(UUID person, SignedIn who) {
    events.publishEvent(
        new PersonSuspected(who.organisation(), held(person, who.organisation()), who));
  }

  /** Locks all files of a person, including those stated to be the same while waiting. */
  private Set<UUID> held(UUID person, UUID organisation) {
    Set<UUID> locked = Set.of();
    Set<UUID> all = same.all(person, organisation);
    while (!locked.containsAll(all)) {
      persons.hold(all);
      locked = all;
      all = same.all(person, organisation);
    }
    return all;
  }

  private void relate(
      Case file,
      UUID other,
      String kind,
      boolean suspected,
      boolean verified,
      @Nullable LocalDate from,
      SignedIn who) {
    db.sql(
            """
            insert into person_relation (id, person, other, kind, suspected, verified, from_day, at, by_user)
            values (:id, :person, :other, :kind, :suspected, :verified, :from, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("person", file.person().id())
        .param("other", other)
        .param("kind", kind)
        .param("suspected", suspected)
        .param("verified", verified)
        .param("from", from)
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  /** A person around the person of the case. */
  public record Around(
      UUID person,
      String role,
      String relation,
      boolean suspected,
      boolean verified,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    /** Whether they are suspected or related to a suspect. */
    public boolean suspect() {
      return suspected || role.equals(SUSPECT);
    }
  }
}
