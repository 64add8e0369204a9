package org.passerelle.protect.elsewhere;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * Who may find a case, to whom it was put as a question, and who asked for it; erased with the
 * case. Recipients of questions and answers are told of an erasure like those of any disclosure.
 */
@Component
class ElsewhereHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("case_findable", "goes with the case"),
        Table.erased("known_question", "goes with the case"),
        Table.erased("known_hit", "goes with the case"),
        Table.nothing("known_asked", "questions of others; leads to nobody without a hit"),
        Table.nothing("known_marks", "marks that are as good as chance, until they are compared"),
        Table.nothing("known_round", "sizes that were signed"),
        Table.nothing("known_day", "counts of questions"));
  }
}
