package org.passerelle.protect.casework.cases.opening;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseMoved;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseMembers;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves cases to another organisation. A user of that organisation becomes the lead and gets the
 * open tasks; former members leave the team.
 */
@Component
public class MovedCases {
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final SealedJson sealed;
  private final SearchHashes marks;
  private final CaseMembers members;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  MovedCases(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      SealedJson sealed,
      SearchHashes marks,
      CaseMembers members,
      Clock clock,
      ApplicationEventPublisher events) {
    this.db = db;
    this.named = named;
    this.sealed = sealed;
    this.marks = marks;
    this.members = members;
    this.clock = clock;
    this.events = events;
  }

  /** Current team of a case, including temporary members. */
  @Transactional(readOnly = true)
  public List<UUID> team(UUID caseId) {
    return db.sql("select distinct user_id from case_member where case_id = :case")
        .param("case", caseId)
        .query(UUID.class)
        .list();
  }

  /** How many of some cases are open besides one of them. */
  @Transactional(readOnly = true)
  public int otherOpen(Collection<UUID> cases, UUID caseId) {
    return db.sql(
            """
            select count(*) from protect_case
             where id = any(cast(:cases as uuid array)) and id <> :case and state <> 'closed'
            """)
        .param("cases", UuidArray.of(cases))
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Whether others stand in these cases, or these persons in other files. */
  @Transactional(readOnly = true)
  public boolean inOtherFiles(Collection<UUID> cases, Collection<UUID> persons) {
    return db.sql(
                """
                select (select count(*) from case_role
                         where case_id = any(cast(:cases as uuid array)) and not person = any(cast(:persons as uuid array)))
                     + (select count(*) from case_role
                         where person = any(cast(:persons as uuid array)) and not case_id = any(cast(:cases as uuid array)))
                     + (select count(*) from person_relation
                         where (person = any(cast(:persons as uuid array)) and not other = any(cast(:persons as uuid array)))
                            or (other = any(cast(:persons as uuid array)) and not person = any(cast(:persons as uuid array))))
                     + (select count(*) from same_person
                         where revoked_at is null and same
                           and ((person = any(cast(:persons as uuid array)) and not other = any(cast(:persons as uuid array)))
                             or (other = any(cast(:persons as uuid array)) and not person = any(cast(:persons as uuid array)))))
                """)
            .param("cases", UuidArray.of(cases))
            .param("persons", UuidArray.of(persons))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Moves them, within the caller's transaction; the caller writes journal and log. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Collection<UUID> cases, UUID to, UUID lead, SignedIn who) {
    for (UUID caseId : cases) {
      move(caseId, to, lead, who);
    }
  }

  private void move(UUID caseId, UUID to, UUID lead, SignedIn who) {
    byte[] details =
        db.sql("select details from protect_case where id = :case")
            .param("case", caseId)
            .query(byte[].class)
            .single();
    db.sql(
            """
            update protect_case
               set organisation = :to, lead_user = :lead, version = version + 1, changed_at = :now
             where id = :case
            """)
        .param("to", to)
        .param("lead", lead)
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
    db.sql("delete from case_member where case_id = :case").param("case", caseId).update();
    members.join(caseId, lead, who.user());
    db.sql("update case_task set assigned = :lead where case_id = :case and done_at is null")
        .param("lead", lead)
        .param("case", caseId)
        .update();
    // what is kept beside it is kept anew with the line of the journal
    events.publishEvent(new CaseMoved(caseId, to));
    marks.removePseudonym(caseId);
    Rows rows = new Rows();
    marks.addPseudonym(
        to,
        caseId,
        sealed.open(caseId, Cases.DETAILS, details, CaseDetails.class).pseudonym(),
        rows);
    rows.insert(named);
  }
}
