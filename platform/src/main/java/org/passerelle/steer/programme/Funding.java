package org.passerelle.steer.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;

/**
 * The funding of a project by year and funder, exact to the cent. A sum without amounts is unknown,
 * not zero; a sum with missing amounts is a minimum.
 *
 * @param lines by year and funder; lines without a year come last
 * @param declared total that the project declares, or null
 * @param budget sum of the budget lines, or null if none has an amount
 * @param committed likewise
 * @param disbursed likewise
 * @param missing number of rows without amount
 */
public record Funding(
    List<Line> lines,
    @Nullable BigDecimal declared,
    @Nullable BigDecimal budget,
    @Nullable BigDecimal committed,
    @Nullable BigDecimal disbursed,
    int missing) {
  public Funding {
    lines = List.copyOf(lines);
  }

  /**
   * A year of a funder.
   *
   * @param year year, or null
   * @param funder id of the organisation, or empty
   */
  public record Line(
      @Nullable Integer year,
      String funder,
      @Nullable BigDecimal budget,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed) {}

  /**
   * Two inconsistent sums.
   *
   * @param what which sums
   * @param less the smaller one
   * @param more the larger one
   */
  public record Difference(What what, BigDecimal less, BigDecimal more) {
    /** The difference. */
    public BigDecimal by() {
      return more.subtract(less);
    }
  }

  /** Which sums are inconsistent. */
  public enum What {
    /** The budget lines add up to less than the declared total. */
    BUDGET_UNDER_DECLARED,
    /** The budget lines add up to more than the declared total. */
    BUDGET_OVER_DECLARED,
    /** More is committed than budgeted. */
    COMMITTED_OVER_BUDGET,
    /** More is disbursed than committed. */
    DISBURSED_OVER_COMMITTED
  }

  /** The funding of a project. */
  public static Funding of(Entry project) {
    TreeMap<String, Sums> byLine = new TreeMap<>();
    int missing = 0;
    for (String field : List.of("budget", "commitments", "disbursements")) {
      for (Values row : project.rows(field)) {
        Optional<BigDecimal> amount = row.decimal("amount");
        if (amount.isEmpty()) {
          missing++;
          continue;
        }
        Integer year = year(row);
        String key = (year == null ? "9999" : year.toString()) + " " + row.text("funder");
        byLine
            .computeIfAbsent(key, k -> new Sums(year, row.text("funder")))
            .add(field, amount.get());
      }
    }
    Sums all = new Sums(null, "");
    List<Line> lines = new ArrayList<>();
    for (Sums sums : byLine.values()) {
      lines.add(sums.line());
      sums.byField.forEach(all::add);
    }
    Line total = all.line();
    return new Funding(
        lines,
        project.decimal("declared-total").orElse(null),
        total.budget(),
        total.committed(),
        total.disbursed(),
        missing);
  }

  private static @Nullable Integer year(Values row) {
    Optional<Integer> year = row.whole("year");
    if (year.isPresent()) {
      return year.get();
    }
    LocalDate day = row.date("date").map(PartialDate::earliest).orElse(null);
    return day == null ? null : day.getYear();
  }

  private static final class Sums {
    private final @Nullable Integer year;
    private final String funder;
    private final Map<String, BigDecimal> byField = new TreeMap<>();

    Sums(@Nullable Integer year, String funder) {
      this.year = year;
      this.funder = funder;
    }

    void add(String field, BigDecimal amount) {
      byField.merge(field, amount, BigDecimal::add);
    }

    Line line() {
      return new Line(
          year,
          funder,
          byField.get("budget"),
          byField.get("commitments"),
          byField.get("disbursements"));
    }
  }

  /** Whether any amount is known. */
  public boolean isKnown() {
    return declared != null || !lines.isEmpty();
  }

  /**
   * The amount available for commitment: the declared total, otherwise the sum of the budget lines.
   */
  public @Nullable BigDecimal available() {
    return declared == null ? budget : declared;
  }

  /**
   * Inconsistent sums; a sum with missing amounts is not compared where the rest could make the
   * difference.
   */
  public List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    if (declared != null && budget != null) {
      if (budget.compareTo(declared) < 0) {
        found.add(new Difference(What.BUDGET_UNDER_DECLARED, budget, declared));
      } else if (budget.compareTo(declared) > 0) {
        found.add(new Difference(What.BUDGET_OVER_DECLARED, declared, budget));
      }
    }
    BigDecimal available = available();
    if (committed != null && available != null && committed.compareTo(available) > 0) {
      found.add(new Difference(What.COMMITTED_OVER_BUDGET, available, committed));
    }
    if (disbursed != null && committed != null && disbursed.compareTo(committed) > 0) {
      found.add(new Difference(What.DISBURSED_OVER_COMMITTED, committed, disbursed));
    }
    return found;
  }
}
