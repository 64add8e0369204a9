package org.passerelle.prevent.tip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.cells.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closed tips by category and outcome, small counts protected; those that were deleted are still
 * counted. Thread-safe.
 */
@Component
public class TipFigures {
  private static final String UNKNOWN = "unknown";

  /** Outcomes in the order of the columns. */
  public static final List<String> OUTCOMES =
      List.of("screening", "advised", "aside", "duplicate", "spam");

  private final JdbcClient db;

  TipFigures(JdbcClient db) {
    this.db = db;
  }

  /**
   * A table.
   *
   * @param rows categories; {@code unknown} was never assessed
   * @param counts by category and outcome, the totals last
   * @param shown which of them may be shown
   */
  public record Table(List<String> rows, long[][] counts, SmallCells.Shown[][] shown) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** The table of the user's organisation. */
  @Transactional(readOnly = true)
  public Table of(SignedIn who) {
    Map<String, long[]> counted = new TreeMap<>();
    db.sql(
            """
            select category, outcome, sum(n) as n from (
              select coalesce(category, 'unknown') as category, outcome, count(*) as n from tip
                where organisation = :organisation and closed_at is not null group by category, outcome
              union all
              select category, outcome, tips as n from tip_tally where organisation = :organisation) c
            group by category, outcome""")
        .param("organisation", who.organisation())
        .query(
            row -> {
              counted
                      .computeIfAbsent(
                          row.getString("category"), category -> new long[OUTCOMES.size()])[
                      OUTCOMES.indexOf(row.getString("outcome"))] =
                  row.getLong("n");
            });
    long[][] cells = counted.values().toArray(long[][]::new);
    return new Table(new ArrayList<>(counted.keySet()), withTotals(cells), SmallCells.of(cells));
  }

  private static long[][] withTotals(long[][] cells) {
    int columns = OUTCOMES.size();
    long[][] whole = new long[cells.length + 1][columns + 1];
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < columns; c++) {
        whole[r][c] = cells[r][c];
        whole[r][columns] += cells[r][c];
        whole[cells.length][c] += cells[r][c];
        whole[cells.length][columns] += cells[r][c];
      }
    }
    return whole;
  }

  /** Counts a tip that is about to be deleted. */
  void keep(Tip tip) {
    String category = tip.category() == null ? UNKNOWN : tip.category();
    String outcome = tip.outcome() == null ? "aside" : tip.outcome();
    if (add(tip.organisation(), category, outcome) == 0) {
      db.sql(
              """
              insert into tip_tally (organisation, category, outcome, tips)
              values (:organisation, :category, :outcome, 1)""")
          .param("organisation", tip.organisation())
          .param("category", category)
          .param("outcome", outcome)
          .update();
    }
  }

  private int add(UUID organisation, String category, String outcome) {
    return db.sql(
            """
            update tip_tally set tips = tips + 1
            where organisation = :organisation and category = :category and outcome = :outcome""")
        .param("organisation", organisation)
        .param("category", category)
        .param("outcome", outcome)
        .update();
  }
}
