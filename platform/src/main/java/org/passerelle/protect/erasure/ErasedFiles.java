package org.passerelle.protect.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Erased;
import org.passerelle.storage.ErasureFirst;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is stored about a person, and has it deleted by the packages that store it. */
@Component
public class ErasedFiles {
  private final JdbcClient db;
  private final ErasureFirst first;
  private final List<Holdings> rooms;

  ErasedFiles(JdbcClient db, ErasureFirst first, List<Holdings> rooms) {
    this.db = db;
    this.first = first;
    this.rooms = rooms.stream().sorted(Comparator.comparingInt(Holdings::order)).toList();
  }

  /**
   * Everything that is erased together, locked until the transaction ends.
   *
   * @throws NotFound if the organisation has no such person, or no longer has
   */
  public Erased taken(UUID person, UUID organisation) {
    // concurrent writers about these persons finish first, or find them gone
    List<UUID> cases = first.claim(() -> cases(person, organisation));
    Set<UUID> persons = new HashSet<>(List.of(person));
    persons.addAll(onlyAround(person, cases));
    return whole(organisation, persons, cases);
  }

  /** Locks a case until the transaction ends. */
  public void hold(UUID caseId) {
    first.claim(
        () -> ids("select id from protect_case where id in (:ids) for update", List.of(caseId)));
  }

  private List<UUID> cases(UUID person, UUID organisation) {
    // the second of two simultaneous erasures finds nobody
    if (db.sql("select id from person where id = :id and organisation = :organisation for update")
        .param("id", person)
        .param("organisation", organisation)
        .query(UUID.class)
        .list()
        .isEmpty()) {
      throw new NotFound();
    }
    return ids("select id from protect_case where person in (:ids) for update", List.of(person));
  }

  /** Rows that belong only to this person, for counting. */
  public Erased alone(UUID person, UUID organisation) {
    return whole(
        organisation,
        Set.of(person),
        ids("select id from protect_case where person in (:ids)", List.of(person)));
  }

  private Erased whole(UUID organisation, Set<UUID> persons, List<UUID> cases) {
    return new Erased(
        organisation,
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

  /** Relatives, guardians and others who appear only in files of this person. */
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

  /** Has every package delete what it stores. */
  void delete(Erased erased) {
    rooms.forEach(room -> room.erase(erased));
  }

  private List<UUID> ids(String sql, Collection<UUID> of) {
    return of.isEmpty() ? List.of() : db.sql(sql).param("ids", of).query(UUID.class).list();
  }
}
