package org.passerelle.protect.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.forms.Submissions;
import org.passerelle.storage.RowsBelow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the house holds about a person, and its removal row by row. */
@Component
class ErasedFiles {
  private final JdbcClient db;
  private final RowsBelow rows;
  private final Submissions submissions;

  ErasedFiles(JdbcClient db, RowsBelow rows, Submissions submissions) {
    this.db = db;
    this.rows = rows;
    this.submissions = submissions;
  }

  /**
   * Everything that goes together.
   *
   * @param persons the person, and relatives who have no other file here
   * @param referrals sent and received, whose messages and dossiers go too
   */
  record Found(
      Set<UUID> persons,
      List<UUID> cases,
      List<UUID> screenings,
      List<UUID> sent,
      List<UUID> received) {
    /** What was sealed under these keys can never be opened again. */
    List<UUID> keys() {
      List<UUID> keys = new ArrayList<>(persons);
      keys.addAll(screenings);
      keys.addAll(received);
      return keys;
    }

    /** What messages that wait may tell of. */
    List<UUID> subjects() {
      List<UUID> subjects = new ArrayList<>(cases);
      subjects.addAll(received);
      return subjects;
    }
  }

  Found of(UUID person) {
    // whoever writes about one of them at this moment finishes first, or finds it gone
    List<UUID> cases =
        ids("select id from protect_case where person in (:ids) for update", List.of(person));
    Set<UUID> persons = new HashSet<>(List.of(person));
    persons.addAll(onlyAround(person, cases));
    return new Found(
        persons,
        cases,
        ids(
            """
            select id from screening
             where first in (select first from screening where case_id in (:ids))
            """,
            cases),
        ids("select id from referral where case_id in (:ids)", cases),
        ids("select id from received_referral where case_id in (:ids)", cases));
  }

  /** Relatives, guardians and others who are in the files of this person and of nobody else. */
  private List<UUID> onlyAround(UUID person, List<UUID> cases) {
    List<UUID> around = new ArrayList<>();
    around.addAll(ids("select other from person_relation where person in (:ids)", List.of(person)));
    around.addAll(ids("select person from person_relation where other in (:ids)", List.of(person)));
    around.addAll(ids("select person from case_role where case_id in (:ids)", cases));
    return around.stream()
        .distinct()
        .filter(other -> !other.equals(person))
        .filter(other -> !elsewhere(other, person, cases))
        .toList();
  }

  private boolean elsewhere(UUID other, UUID person, List<UUID> cases) {
    return db.sql(
                """
                select (select count(*) from protect_case where person = :other)
                     + (select count(*) from case_role where person = :other and case_id not in (:cases))
                     + (select count(*) from person_relation
                         where (person = :other and other <> :person) or (other = :other and person <> :person))
                """)
            .param("other", other)
            .param("person", person)
            .param("cases", cases.isEmpty() ? List.of(person) : cases)
            .query(Integer.class)
            .single()
        > 0;
  }

  void delete(Found found) {
    found.screenings.forEach(screening -> delete(screening));
    found.cases.forEach(submissions::erase);
    found.persons.forEach(submissions::erase);
    List<UUID> referrals = new ArrayList<>(found.sent);
    referrals.addAll(found.received);
    if (!referrals.isEmpty()) {
      db.sql(
              """
              delete from referral_message
               where referral in (:ids) and organisation in (select organisation from person where id in (:persons))
              """)
          .param("ids", referrals)
          .param("persons", found.persons)
          .update();
    }
    forgetOnward(referrals, found.persons);
    rows.delete("received_referral", found.received);
    rows.delete("protect_case", found.cases);
    rows.delete("person", found.persons);
  }

  private void forgetOnward(List<UUID> referrals, Set<UUID> persons) {
    if (!referrals.isEmpty()) {
      db.sql(
              """
              delete from onward_permission
               where (id in (:ids) or origin_referral in (:ids))
                 and organisation in (select organisation from person where id in (:persons))
              """)
          .param("ids", referrals)
          .param("persons", persons)
          .update();
    }
  }

  /** A screening goes with its answers and their rows for counting. */
  void delete(UUID screening) {
    rows.delete("screening", List.of(screening));
    submissions.erase(screening);
  }

  /** A dossier goes with this side's messages. */
  void deleteDossier(UUID referral, UUID organisation) {
    db.sql("delete from referral_message where referral = :id and organisation = :organisation")
        .param("id", referral)
        .param("organisation", organisation)
        .update();
    rows.delete("received_referral", List.of(referral));
  }

  private List<UUID> ids(String sql, Collection<UUID> of) {
    return of.isEmpty() ? List.of() : db.sql(sql).param("ids", of).query(UUID.class).list();
  }
}
