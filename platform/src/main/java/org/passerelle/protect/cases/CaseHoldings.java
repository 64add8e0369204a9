package org.passerelle.protect.cases;

import java.util.List;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.passerelle.storage.RowsBelow;
import org.springframework.stereotype.Component;

/** Persons, their cases and everything that belongs to a case by a foreign key. */
@Component
class CaseHoldings implements Holdings {
  private final RowsBelow rows;
  private final KnownPersons known;

  CaseHoldings(RowsBelow rows, KnownPersons known) {
    this.rows = rows;
    this.known = known;
  }

  @Override
  public List<Table> tables() {
    return Holdings.joined(
        List.of(Table.erased("person", "who it is").by("id")),
        Table.each(
            Kind.ERASED,
            "goes with the person",
            "person_nationality",
            "person_language",
            "same_person"),
        List.of(
            Table.erased("person_relation", "goes with the person").by("person"),
            Table.erased("person_word", "words of names, as marks"),
            Table.nothing("mark_secret", "secrets of organisations")),
        Table.each(
            Kind.ERASED,
            "goes with the case",
            "case_member",
            "case_vulnerability",
            "episode",
            "episode_country",
            "episode_means",
            "case_note",
            "case_note_before",
            "case_file",
            "case_file_content",
            "case_task",
            "case_decision",
            "case_event",
            "case_handover",
            "deadline_settled",
            "case_due",
            "case_urgency",
            "case_word"),
        List.of(
            Table.erased("case_role", "goes with the case").by("case_id"),
            Table.erased("protect_case", "the case"),
            Table.nothing("case_view", "how colleagues look at lists"),
            Table.nothing("bulk_change", "what colleagues changed at once"),
            Table.erased("bulk_change_case", "what a case was before").by("case_id")));
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("bulk_change_case", "case_id", erased.cases());
    rows.delete("protect_case", erased.cases());
    rows.delete("person", erased.persons());
    known.forget(erased.persons());
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        """
        update same_person set organisation = :to
         where person = any(cast(:ids as uuid array)) and other = any(cast(:ids as uuid array))
        """,
        moved.whole().all());
  }
}
