package org.passerelle.understand.statement;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Table of linked passages. */
@Component
class StatementHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("interview_statement", "where a passage is; the words are the interview's"));
  }
}
