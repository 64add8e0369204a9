package org.passerelle.steer.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Totals reconcile to the cent, whatever the lines are. */
class FundingProperties {
  private static final Facts NONE = new Facts(List.of());

  private static Entry project(Map<String, Object> content) {
    return new Entry(Kinds.shipped().find("project").orElseThrow(), "p", 1, content);
  }

  private static String cents(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  private static Map<String, Object> row(int i, long cents) {
    return Map.of("funder", "f" + i % 3, "year", 2018 + i % 4, "amount", cents(cents));
  }

  @Property
  void theTotalIsTheSumOfTheLinesToTheCent(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 99_999_999_999L) Long> amounts) {
    List<Object> rows = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < amounts.size(); i++) {
      rows.add(row(i, amounts.get(i)));
      sum = sum.add(BigDecimal.valueOf(amounts.get(i), 2));
    }
    Funding funding = Funding.of(project(Map.of("budget", rows)));
    if (amounts.isEmpty()) {
      assertThat(funding.budget()).isNull();
      assertThat(funding.isKnown()).isFalse();
    } else {
      assertThat(funding.budget()).isEqualByComparingTo(sum);
      assertThat(
              funding.lines().stream()
                  .map(Funding.Line::budget)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(sum);
      assertThat(
              new MoneyCheck("project", "declared-total", List.of("budget"))
                  .check(
                      project(Map.of("budget", rows, "declared-total", sum.toPlainString())), NONE))
          .isEmpty();
    }
    assertThat(funding.committed()).isNull();
  }

  @Property
  void aTotalThatDiffersByACentIsRefusedAndSaid(
      @ForAll @LongRange(min = 1, max = 99_999_999L) long amount,
      @ForAll @IntRange(min = 1, max = 100) int off) {
    Entry project =
        project(
            Map.of(
                "budget", List.of(row(0, amount), row(1, amount)),
                "declared-total", cents(2 * amount + off)));
    List<EntryCheck.Problem> problems =
        new MoneyCheck("project", "declared-total", List.of("budget")).check(project, NONE);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).field()).isEqualTo("declared-total");
    assertThat(problems.get(0).arguments().get(2)).isEqualTo(BigDecimal.valueOf(off, 2));
    List<Funding.Difference> differences = Funding.of(project).differences();
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).what()).isEqualTo(Funding.What.BUDGET_UNDER_DECLARED);
    assertThat(differences.get(0).by()).isEqualByComparingTo(BigDecimal.valueOf(off, 2));
  }

  @Property
  void moreThanThereIsIsSaid(
      @ForAll @LongRange(min = 1, max = 9_999_999L) long budget,
      @ForAll @LongRange(min = 0, max = 9_999_999L) long committed,
      @ForAll @LongRange(min = 0, max = 9_999_999L) long disbursed) {
    Funding funding =
        Funding.of(
            project(
                Map.of(
                    "budget",
                    List.of(Map.of("year", 2019, "amount", cents(budget))),
                    "commitments",
                    List.of(Map.of("date", "2019", "amount", cents(committed))),
                    "disbursements",
                    List.of(Map.of("date", "2019-05-01", "amount", cents(disbursed))))));
    List<Funding.What> said = funding.differences().stream().map(Funding.Difference::what).toList();
    assertThat(said.contains(Funding.What.COMMITTED_OVER_BUDGET)).isEqualTo(committed > budget);
    assertThat(said.contains(Funding.What.DISBURSED_OVER_COMMITTED))
        .isEqualTo(disbursed > committed);
    assertThat(funding.lines()).hasSize(1);
  }
}
