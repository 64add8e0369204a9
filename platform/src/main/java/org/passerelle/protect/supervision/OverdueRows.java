package org.passerelle.protect.supervision;

import java.time.Clock;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CaseSight;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What is overdue in cases that the reader sees, the longest first; as much as a board shows. */
@Component
class OverdueRows {
  private static final int SHOWN = 200;
  private final CaseSight sight;
  private final Clock clock;

  OverdueRows(CaseSight sight, Clock clock) {
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * Asks.
   *
   * @param statement with {@code :now} and {@code :shown}, over the cases that are seen
   */
  List<OverdueSource.Overdue> of(
      String statement, SignedIn who, RowMapper<OverdueSource.Overdue> row) {
    return sight
        .sql(statement, who)
        .param("now", Absences.at(clock.instant()))
        .param("shown", SHOWN)
        .query(row)
        .list();
  }
}
