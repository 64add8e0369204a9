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

  /** Between sector and category of a row. */
  public static final String BETWEEN = " ";

  private final JdbcClient db;

  TipFigures(JdbcClient db) {
    this.db = db;
  }

  /**
   * A table.
   *
   * @param rows categories, {@code unknown} if never assessed; or sectors and categories
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
    return table(
        who,
        db.sql(
            """
            select label, outcome, sum(n) as n from (
              select coalesce(category, 'unknown') as label, outcome, count(*) as n from tip
                where organisation = :organisation and closed_at is not null group by category, outcome
              union all
              select category as label, outcome, tips as n from tip_tally
                where organisation = :organisation) c
            group by label, outcome"""));
  }

  /**
   * The table of what partners reported; its rows are sector and category with {@link #BETWEEN}
   * between them.
   */
  @Transactional(readOnly = true)
  public Table ofPartners(SignedIn who) {
    return table(
        who,
        db.sql(
            """
            select label, outcome, sum(n) as n from (
              select sector || ' ' || coalesce(category, 'unknown') as label, outcome, count(*) as n from tip
                where organisation = :organisation and closed_at is not null and sector is not null
                group by sector, category, outcome
              union all
              select sector || ' ' || category as label, outcome, tips as n from tip_sector_tally
                where organisation = :organisation) c
            group by label, outcome"""));
  }

  private static Table table(SignedIn who, JdbcClient.StatementSpec counts) {
    Map<String, long[]> counted = new TreeMap<>();
    counts
        .param("organisation", who.organisation())
        .query(
            row -> {
              counted
                      .computeIfAbsent(row.getString("label"), label -> new long[OUTCOMES.size()])[
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
    String sector = tip.sector();
    if (sector != null && add(tip.organisation(), sector, category, outcome) == 0) {
      db.sql(
              """
              insert into tip_sector_tally (organisation, sector, category, outcome, tips)
              values (:organisation, :sector, :category, :outcome, 1)""")
          .param("organisation", tip.organisation())
          .param("sector", sector)
          .param("category", category)
          .param("outcome", outcome)
          .update();
    }
  }

  private int add(UUID organisation, String sector, String category, String outcome) {
    return db.sql(
            """
            update tip_sector_tally set tips = tips + 1
            where organisation = :organisation and sector = :sector
              and category = :category and outcome = :outcome""")
        .param("organisation", organisation)
        .param("sector", sector)
        .param("category", category)
        .param("outcome", outcome)
        .update();
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
