package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Amounts of which one person has most. What readers can work out is found by enumerating every
 * table of amounts that fits, and the rules are computed here once more from the rows.
 */
class AmountsTest {
  private static final String DECLARED =
      """
      id: awarded
      title: Compensation awarded
      population: Claims of 2025
      period: "2025"
      source: Invented
      person: who
      rows: 5
      amount: {column: awarded, label: Awarded, unit: EUR}
      variables:
        a: {categories: [a0, a1]}
        b: {categories: [b0, b1, b2]}
      tables:
        - by: [a, b]
      policy: {threshold: 3, width: 1, dominance: {p: 20}}
      """;

  @TempDir Path folder;

  private static Release declared(String yaml) {
    return ReleaseReader.read("release.yaml", new StringReader(yaml));
  }

  /** A row as it was drawn. */
  private record Row(int person, int a, int b, long amount) {}

  private static List<Row> drawn(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 3; b++) {
        int many = 2 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
          rows.add(new Row(rows.size(), a, b, 1 + random.nextInt(i == 0 ? 4 : 2)));
        }
      }
    }
    return rows;
  }

  private static Figures figures(Release release, List<Row> rows) {
    return Figures.count(
        Records.of(
            release,
            rows.stream().map(row -> List.of("a" + row.a, "b" + row.b)).toList(),
            rows.stream().map(row -> "p" + row.person).toList(),
            rows.stream().map(Row::amount).toList()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noContributorComesCloserThanTheRule(long seed) {
    List<Row> rows = drawn(seed);
    Figures figures = figures(declared(DECLARED), rows);
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    Published published = protection.published();
    Layout layout = published.layout();
    long[] most = highest(published, figures.count(0));
    int dominated = 0;
    for (int f = 0; f < layout.shown(); f++) {
      int a = layout.node(f, 0);
      int b = layout.node(f, 1);
      List<Long> of =
          new ArrayList<>(
              rows.stream()
                  .filter(row -> (a == 0 || a == row.a + 1) && (b == 0 || b == row.b + 1))
                  .map(Row::amount)
                  .toList());
      of.sort(Collections.reverseOrder());
      // the second subtracts their own, and must not come within 20 % of the first
      boolean close = (most[f] - of.get(1)) * 100 < of.get(0) * 120;
      if (of.size() < 3) {
        assertThat(most[f]).as(layout.name(f)).isGreaterThan(figures.count(f));
      }
      if ((figures.count(f) - of.get(1)) * 100 < of.get(0) * 120 || of.size() < 3) {
        dominated++;
        assertThat(close).as(layout.name(f)).isFalse();
        assertThat(published.mark(f)).isEqualTo(Published.Mark.HIDDEN);
      }
    }
    assertThat(dominated).isPositive();
  }

  /** The highest value of each figure in all tables that fit. */
  private static long[] highest(Published published, long total) {
    Layout layout = published.layout();
    long[] most = new long[layout.size()];
    long[] cells = new long[6];
    fill(cells, 0, total, published, layout, most);
    return most;
  }

  private static void fill(
      long[] cells, int at, long left, Published published, Layout layout, long[] most) {
    if (at == 6) {
      long[] values = new long[layout.size()];
      for (int f = 0; f < values.length; f++) {
        for (int i = 0; i < 6; i++) {
          boolean in =
              (layout.node(f, 0) == 0 || layout.node(f, 0) == 1 + i / 3)
                  && (layout.node(f, 1) == 0 || layout.node(f, 1) == 1 + i % 3);
          values[f] += in ? cells[i] : 0;
        }
        if (values[f] < published.low(f) || values[f] > published.high(f)) {
          return;
        }
      }
      for (int f = 0; f < values.length; f++) {
        most[f] = Math.max(most[f], values[f]);
      }
      return;
    }
    for (cells[at] = 0; cells[at] <= left; cells[at]++) {
      fill(cells, at + 1, left - cells[at], published, layout, most);
    }
    cells[at] = 0;
  }

  @Test
  void anAmountThatIsShownFailsTheAuditOfWhoHasTheRecords() {
    Figures figures = figures(declared(DECLARED), drawn(1));
    Published shown = Published.hiding(figures, new boolean[figures.layout().size()]);
    AuditReport report = Audit.of(shown, List.of(), figures, List.of(), false);
    assertThat(report.findings())
        .extracting(Finding::kind)
        .isNotEmpty()
        .containsOnly(Finding.Kind.SMALL);
  }

  @Test
  void anEstimateThatIsTooCloseIsFound() {
    Figures figures = figures(declared(DECLARED), drawn(1));
    Published right = Protection.of(figures, List.of()).published();
    int small = 0;
    while (!figures.isSmall(small)) {
      small++;
    }
    boolean[] one = new boolean[figures.layout().size()];
    one[small] = true;
    assertThat(right.mark(small)).isEqualTo(Published.Mark.HIDDEN);
    assertThat(
            Audit.of(Published.hiding(figures, one), List.of(), figures, List.of(), false)
                .findings())
        .anyMatch(
            found ->
                found.kind() == Finding.Kind.DOMINATED
                    || found.kind() == Finding.Kind.RECOVERED
                    || found.kind() == Finding.Kind.SMALL);
  }

  /** Ten of 100 contribute as much as one of 1,000: the rules do not agree. */
  @Test
  void eachRuleForItself() {
    long[] top = {50, 30, 5, 5, 5};
    assertThat(new Dominance(10, 0, 0).distance(100, top, false)).isZero();
    assertThat(new Dominance(50, 0, 0).distance(100, top, false)).isEqualTo(5);
    assertThat(new Dominance(0, 2, 75).distance(100, top, false)).isEqualTo(7);
    assertThat(new Dominance(0, 1, 75).distance(100, top, false)).isZero();
    assertThat(new Dominance(10, 0, 0).distance(100, top, true)).isEqualTo(10);
    assertThat(new Dominance(10, 0, 0).distance(0, new long[5], true)).isEqualTo(1);
  }

  @Test
  void whatIsWrittenIsAmountsAndDoesNotTellTheRule() throws IOException {
    Figures figures = figures(declared(DECLARED), drawn(2));
    Path out = folder.resolve("out");
    PublishedFolder.write(out, figures, Protection.of(figures, List.of()), "en");
    assertThat(Files.readAllLines(out.resolve("a-b.csv")).get(0)).isEqualTo("a,b,amount,status");
    assertThat(Files.readString(out.resolve("a-b.json"))).contains("\"measure\":\"Awarded, EUR\"");
    assertThat(Files.readString(out.resolve("release.json")))
        .contains("\"amount\":{")
        .doesNotContain("dominance", "awarded\"}", "who");
    Published back = PublishedFolder.read(out);
    assertThat(back.layout().release().counting().isAmount()).isTrue();
    assertThat(Audit.of(back, List.of(), false).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p1,a0,b0,12 | who,a,b,paid | data.csv has no column awarded, which amount.column names; it has who, a, b, paid.
          p1,a0,b0,-1 | who,a,b,awarded | data.csv, line 2: -1 is not an amount. Maybe a whole number from 0, with at most 9 digits.
          p1,a0,b0,1.5 | who,a,b,awarded | data.csv, line 2: 1.5 is not an amount. Maybe a whole number from 0, with at most 9 digits.
          ,a0,b0,1 | who,a,b,awarded | data.csv, line 2, column who is empty: whose row is it? Maybe give each person a number.
          p1,a0,b0,1 | name,a,b,awarded | data.csv has no column who, which person names; it has name, a, b, awarded.
          """)
  void rowsThatAreWrong(String row, String header, String said) {
    Release release = declared(DECLARED);
    assertThatThrownBy(
            () ->
                RecordsReader.read(
                    "data.csv", new StringReader(header + "\n" + row + "\n"), release))
        .isInstanceOf(BadRelease.class)
        .hasMessage(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dominance: {p: 20} | dominance: {n: 2} | release.yaml, policy.dominance.k: n and k together is expected, found one of them.
          dominance: {p: 20} | dominance: {q: 20} | release.yaml, policy.dominance.q is unknown. Maybe one of k, n, p.
          rows: 5 | rows: 0 | release.yaml, rows: a whole number from 1 to 20 is expected, found 0.
          unit: EUR | units: EUR | release.yaml, amount.units is unknown. Maybe one of column, label, unit.
          """)
  void aDeclarationThatIsWrong(String right, String wrong, String said) {
    assertThatThrownBy(() -> declared(DECLARED.replace(right, wrong)))
        .isInstanceOf(BadRelease.class)
        .hasMessage(said);
  }

  @Test
  void whatIsNotForAmounts() {
    Figures figures = figures(declared(DECLARED), drawn(1));
    Published before = Protection.of(figures, List.of()).published();
    assertThatThrownBy(
            () ->
                Protection.of(figures, List.of(new EarlierRelease(before, Release.Relation.GROWS))))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("previous.awarded is grows:");
    Figures rounded =
        figures(declared(DECLARED.replace("{threshold", "{method: rounding, threshold")), drawn(1));
    assertThatThrownBy(() -> Protection.of(rounded, List.of()))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("policy.method is rounding");
  }
}
