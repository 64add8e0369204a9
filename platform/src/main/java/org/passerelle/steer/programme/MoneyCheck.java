package org.passerelle.steer.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Checks amounts before they are stored: negative amounts, invalid years, lines that do not add up
 * to the declared total.
 *
 * @param kind kind of entry
 * @param total field with the declared total
 * @param lines fields with rows of amounts; those of the first must add up to the total
 */
record MoneyCheck(String kind, String total, List<String> lines) implements EntryCheck {
  MoneyCheck {
    lines = List.copyOf(lines);
  }

  @Override
  public List<Problem> check(Entry entry, Facts facts) {
    List<Problem> problems = new ArrayList<>();
    Optional<BigDecimal> declared = entry.decimal(total);
    declared
        .filter(amount -> amount.signum() < 0)
        .ifPresent(a -> problems.add(new Problem(total, "programme.problem.negative", List.of())));
    for (String field : lines) {
      List<Values> rows = entry.rows(field);
      for (int i = 0; i < rows.size(); i++) {
        row(rows.get(i), field + "." + i + ".", problems);
      }
    }
    if (problems.isEmpty() && declared.isPresent() && !lines.isEmpty()) {
      sum(entry.rows(lines.get(0)), declared.get(), problems);
    }
    return problems;
  }

  private static void row(Values row, String prefix, List<Problem> problems) {
    if (row.decimal("amount").filter(amount -> amount.signum() < 0).isPresent()) {
      problems.add(new Problem(prefix + "amount", "programme.problem.negative", List.of()));
    }
    if (row.whole("year").filter(year -> year < 1990 || year > 2100).isPresent()) {
      problems.add(new Problem(prefix + "year", "programme.problem.year", List.of()));
    }
  }

  /** Lines with an unknown amount cannot be checked. */
  private void sum(List<Values> rows, BigDecimal declared, List<Problem> problems) {
    if (rows.isEmpty() || rows.stream().anyMatch(row -> !row.has("amount"))) {
      return;
    }
    BigDecimal sum =
        rows.stream()
            .map(row -> row.decimal("amount").orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(declared) != 0) {
      problems.add(
          new Problem(
              total,
              "programme.problem.sum",
              List.of(sum, declared, sum.subtract(declared).abs())));
    }
  }

  /** One check per kind with amounts. */
  @Configuration
  static class Beans {
    @Bean
    EntryCheck projectMoney() {
      return new MoneyCheck(
          "project", "declared-total", List.of("budget", "commitments", "disbursements"));
    }

    @Bean
    EntryCheck grantMoney() {
      return new MoneyCheck("grant", "amount", List.of("tranches"));
    }

    @Bean
    EntryCheck contributionMoney() {
      return new MoneyCheck("contribution", "amount", List.of());
    }
  }
}
