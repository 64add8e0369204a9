package org.passerelle.steer.iati;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.springframework.stereotype.Component;

/** Checks that an element to be withheld can be withheld; otherwise nothing would be. */
@Component
class RedactionCheck implements EntryCheck {
  @Override
  public String kind() {
    return "project";
  }

  @Override
  public List<Problem> check(Entry entry, Facts facts) {
    List<Problem> problems = new ArrayList<>();
    for (Values row : entry.rows("redact")) {
      String element = row.text("element").strip();
      if (!Redactions.understood(element)) {
        problems.add(new Problem("redact", "iati.problem.element", List.of(element)));
      }
    }
    return problems;
  }
}
