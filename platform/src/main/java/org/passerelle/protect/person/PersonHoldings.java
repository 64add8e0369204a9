package org.passerelle.protect.person;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Who somebody is, and the marks by which their names and their case's are found. */
@Component
class PersonHoldings implements Holdings {
  private final CascadeDelete rows;
  private final KnownPersons known;

  PersonHoldings(CascadeDelete rows, KnownPersons known) {
    this.rows = rows;
    this.known = known;
  }

  @Override
  public String room() {
    return "cases";
  }

  @Override
  public List<Table> tables() {
    return Holdings.joined(
        List.of(Table.erased("person", "who it is").by("id")),
        Table.each(Kind.ERASED, "goes with the person", "person_nationality", "person_language"),
        List.of(
            Table.erased("person_word", "words of names, as marks"),
            Table.erased("case_word", "goes with the case")));
  }

  /** After their cases. */
  @Override
  public int order() {
    return 91;
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("person", erased.persons());
    known.forget(erased.persons());
  }
}
