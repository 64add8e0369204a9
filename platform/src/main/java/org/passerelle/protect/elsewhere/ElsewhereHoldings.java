package org.passerelle.protect.elsewhere;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * Who may find a case, whom it was asked of, and who asked for it; all go with the case. Whoever
 * was asked, or was told something, is told of an erasure as of every disclosure.
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
