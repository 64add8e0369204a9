package org.passerelle.protect.casework.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases go with a person, and who goes with them: asked within an erasure or a move, and
 * where cases of one person must not be treated as of two.
 */
@Component
public class ErasableCases {
  private final JdbcClient db;

  ErasableCases(JdbcClient db) {
    this.db = db;
  }

  /** The cases of a person. */
  public List<UUID> of(UUID person) {
    return ids("select id from protect_case where person = any(cast(:ids as uuid array))", person);
  }

  /** The same, held for the caller's transaction. */
  public List<UUID> holdOf(UUID person) {
    return ids(
        "select id from protect_case where person = any(cast(:ids as uuid array)) for update",
        person);
  }

  /** Holds one for the caller's transaction. */
  public List<UUID> hold(UUID caseId) {
    return ids(
        "select id from protect_case where id = any(cast(:ids as uuid array)) for update", caseId);
  }

  /** Relatives, guardians and others who are in these files of a person and in no other. */
  public List<UUID> onlyAround(UUID person, Collection<UUID> cases) {
    List<UUID> around = new ArrayList<>();
    around.addAll(
        ids(
            "select other from person_relation where person = any(cast(:ids as uuid array))",
            person));
    around.addAll(
        ids(
            "select person from person_relation where other = any(cast(:ids as uuid array))",
            person));
    around.addAll(
        ids(
            "select person from case_role where case_id = any(cast(:ids as uuid array))",
            cases.toArray(UUID[]::new)));
    return around.stream()
        .distinct()
        .filter(other -> !other.equals(person))
        .filter(other -> !elsewhere(other, person, cases))
        .toList();
  }

  private boolean elsewhere(UUID other, UUID person, Collection<UUID> cases) {
    return db.sql(
                """
                select (select count(*) from protect_case where person = :other)
                     + (select count(*) from case_role
                         where person = :other and not case_id = any(cast(:cases as uuid array)))
                     + (select count(*) from person_relation
                         where (person = :other and other <> :person) or (other = :other and person <> :person))
                """)
            .param("other", other)
            .param("person", person)
            .param("cases", UuidArray.of(cases))
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<UUID> ids(String sql, UUID... of) {
    return db.sql(sql).param("ids", of).query(UUID.class).list();
  }
}
