package org.passerelle.protect.cases;

import java.util.List;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.RowsBelow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons, their cases and everything that belongs to a case by a foreign key. */
@Component
class CaseHoldings implements Holdings {
  private final JdbcClient db;
  private final RowsBelow rows;
  private final KnownPersons known;

  CaseHoldings(JdbcClient db, RowsBelow rows, KnownPersons known) {
    this.db = db;
    this.rows = rows;
    this.known = known;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("person", "who it is"),
        Table.erased("person_nationality", "goes with the person"),
        Table.erased("person_language", "goes with the person"),
        Table.erased("person_relation", "goes with the person"),
        Table.erased("same_person", "goes with the person"),
        Table.erased("person_word", "words of names, as marks"),
        Table.nothing("mark_secret", "secrets of organisations"),
        Table.erased("case_member", "goes with the case"),
        Table.erased("case_role", "goes with the case"),
        Table.erased("case_vulnerability", "goes with the case"),
        Table.erased("episode", "goes with the case"),
        Table.erased("episode_country", "goes with the case"),
        Table.erased("episode_means", "goes with the case"),
        Table.erased("case_note", "goes with the case"),
        Table.erased("case_file", "goes with the case"),
        Table.erased("case_file_content", "goes with the case"),
        Table.erased("case_task", "goes with the case"),
        Table.erased("case_decision", "goes with the case"),
        Table.erased("case_event", "goes with the case"),
        Table.erased("case_handover", "goes with the case"),
        Table.erased("deadline_settled", "goes with the case"),
        Table.erased("case_word", "goes with the case"),
        Table.erased("protect_case", "the case"),
        Table.nothing("case_view", "how colleagues look at lists"),
        Table.nothing("bulk_change", "what colleagues changed at once"),
        Table.erased("bulk_change_case", "what a case was before"));
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.cases().isEmpty()) {
      db.sql("delete from bulk_change_case where case_id in (:ids)")
          .param("ids", erased.cases())
          .update();
    }
    rows.delete("protect_case", erased.cases());
    rows.delete("person", erased.persons());
    known.forget(erased.persons());
  }
}
