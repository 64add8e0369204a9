package org.passerelle.protect.safeguards.dataprotection;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who may see what is stored about a person and was disclosed: the team of one of the
 * person's cases, and the data protection officer, who learns nothing else.
 */
@Component
class PersonDataReaders {
  private final JdbcClient db;
  private final Cases cases;

  PersonDataReaders(JdbcClient db, Cases cases) {
    this.db = db;
    this.cases = cases;
  }

  /** A case of the person, and whether the reader is on its team. */
  record File(UUID id, String code, UUID person, boolean team) {}

  /**
   * The case by which the person is identified.
   *
   * @throws NotFound if it is not visible to this reader
   */
  File file(UUID id, SignedIn who) {
    boolean team = cases.sees(id, who);
    return db.sql(
            "select id, code, person from case_outline where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new File(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getObject("person", UUID.class),
                    team))
        .optional()
        .filter(one -> team || who.is(Role.DATA_PROTECTION_OFFICER))
        .orElseThrow(NotFound::new);
  }

  /** All cases of the person in the organisation. */
  List<File> all(File file, SignedIn who) {
    return db.sql(
            "select id, code from case_outline where person = :person and organisation = :organisation")
        .param("person", file.person)
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new File(
                    row.getObject("id", UUID.class), row.getString("code"), file.person, file.team))
        .list();
  }
}
