package org.passerelle.protect.casework.cases;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Persons, their cases and everything that references a case by a foreign key. */
@Component
class CaseHoldings implements Holdings {
  private final CascadeDelete rows;

  CaseHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return Holdings.joined(
        List.of(
            Table.erased("same_person", "goes with the person"),
            Table.erased("person_relation", "goes with the person").by("person"),
            Table.nothing("absence", "absences of colleagues"),
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
            "case_urgency"),
        List.of(
            Table.erased("case_role", "goes with the case").by("case_id"),
            Table.erased("protect_case", "the case")));
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("protect_case", erased.cases());
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
