package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.disclosure.noise.PrivacyLedger;

/** A spent privacy budget does not come back. */
class LedgerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  @TempDir Path folder;

  private PrivacyLedger ledger(String budget) {
    return ledger(folder.resolve("ledger"), budget);
  }

  static PrivacyLedger ledger(Path file, String budget) {
    return new PrivacyLedger(file, "epsilon", new BigDecimal(budget), CLOCK);
  }

  @Test
  void theQueryAfterTheLastIsRefused() {
    for (int i = 0; i < 10; i++) {
      ledger("1").spend("release-" + i, new BigDecimal("0.1"));
    }
    assertThatThrownBy(() -> ledger("1").spend("one-more", new BigDecimal("0.0000001")))
        .isInstanceOf(BadRelease.class)
        .hasMessage(
            "The budget of epsilon in ledger is 1, of which 0.0 is left; one-more would spend 0.0000001. Maybe publish fewer tables: a spent budget does not come back.");
  }

  @Test
  void aLedgerThatWasTouchedIsRefused() throws IOException {
    ledger("1").spend("first", new BigDecimal("0.1"));
    assertThatThrownBy(() -> ledger("2").spend("second", BigDecimal.ONE))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("its first line is \"budget epsilon 1\"");
    Files.writeString(folder.resolve("ledger"), "spent -1\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ledger("1").spend("second", new BigDecimal("0.1")))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("it says \"spent -1\"");
  }

  /** A child process: spends a hundredth until refused, and prints how often it succeeded. */
  public static void main(String[] arguments) {
    int spent = 0;
    try {
      while (true) {
        ledger(Path.of(arguments[0]), "0.5").spend("other", new BigDecimal("0.01"));
        spent++;
      }
    } catch (BadRelease refused) {
      System.out.println(spent);
    }
  }

  @Test
  void twoProcessesAtOnceSpendNoMoreThanThereIs() throws IOException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LedgerTest.class.getName(),
                  folder.resolve("ledger").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    int spent = 0;
    for (Process process : processes) {
      spent +=
          Integer.parseInt(
              new String(
                      process.getInputStream().readAllBytes(),
                      java.nio.charset.StandardCharsets.UTF_8)
                  .strip());
    }
    assertThat(spent).isEqualTo(50);
    assertThat(Files.readAllLines(folder.resolve("ledger"))).hasSize(51);
  }

  @Test
  void noisyCountsTakeTheirShareAndTellTheirRisk() {
    Figures figures =
        Figures.count(
            new Invented()
                .flat("country", 4)
                .flat("sex", 2)
                .table("country")
                .table("country", "sex")
                .records(200, 3));
    Random random = new Random(3);
    NoisyCounts noisy =
        NoisyCounts.draw(
            figures,
            BigDecimal.ONE,
            Set.of("country=country3"),
            1,
            ledger("1"),
            bound -> BigInteger.valueOf(random.nextLong(bound.longValueExact())));
    long[] byCountry = noisy.values(0);
    assertThat(byCountry[4]).isZero();
    assertThat(byCountry[0]).isEqualTo(byCountry[1] + byCountry[2] + byCountry[3]);
    assertThat(noisy.riskOfAnInventedCell()).isBetween(0.37, 0.38);
    assertThatThrownBy(
            () ->
                NoisyCounts.draw(
                    figures, BigDecimal.ONE, Set.of(), 1, ledger("1"), bound -> BigInteger.ZERO))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("0 is left");
    assertThatThrownBy(
            () ->
                NoisyCounts.draw(
                    figures,
                    BigDecimal.ONE,
                    Set.of("country=countri3"),
                    1,
                    ledger(folder.resolve("other"), "1"),
                    bound -> BigInteger.ZERO))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("No finest cell is called country=countri3");
    assertThat(folder.resolve("other")).as("nothing was spent").doesNotExist();
  }

  /** Most of 42 cells are empty: what is shown as zero does not add its noise to the total. */
  @Test
  void manyEmptyCellsDoNotRaiseTheTotal() {
    Figures figures =
        Figures.count(new Invented().flat("country", 42).table("country").records(40, 3));
    Random random = new Random(11);
    long sum = 0;
    int draws = 200;
    for (int draw = 0; draw < draws; draw++) {
      long[] values =
          NoisyCounts.draw(
                  figures,
                  new BigDecimal("0.5"),
                  Set.of(),
                  1,
                  ledger("100"),
                  bound -> BigInteger.valueOf(random.nextLong(bound.longValueExact())))
              .values(0);
      sum += values[0];
      assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
    }
    // one draw of 42 cells has a standard deviation of 42^½ · 2^½ / 0.5 = 18, their mean 1.3
    assertThat((double) sum / draws).isBetween(35.0, 45.0);
  }

  /** A person alone in a category makes it appear, which would be revealed without any noise. */
  @Test
  void categoriesOfTheDataAreNotPrivate() {
    Release release =
        ReleaseReader.read(
            "release.yaml",
            new StringReader(
                """
                {id: r, title: t, population: p, period: "1", source: s,
                 variables: {sex: {categories: [f, m]}, country: {categories: found}},
                 tables: [{by: [sex]}, {by: [sex, country]}]}
                """));
    String rows = "sex,country\nf,AL\nm,AL\nm,XK\n";
    Figures figures =
        Figures.count(RecordsReader.read("data.csv", new StringReader(rows), release));
    assertThatThrownBy(
            () ->
                NoisyCounts.draw(
                    figures, BigDecimal.ONE, Set.of(), 1, ledger("1"), bound -> BigInteger.ZERO))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("variables.country.categories is found");
    assertThat(folder.resolve("ledger")).as("nothing was spent").doesNotExist();
  }

  /** 1,382 persons, four tables by one variable and three by two, a total budget of one. */
  @Test
  void theErrorOfSevenTables() {
    Figures figures =
        Figures.count(
            new Invented()
                .flat("country", 12)
                .flat("sex", 2)
                .flat("form", 7)
                .flat("age", 5)
                .table("country")
                .table("sex")
                .table("form")
                .table("age")
                .table("country", "sex")
                .table("sex", "form")
                .table("sex", "age")
                .records(1_382, 22));
    Random random = new Random(7);
    long error = 0;
    int cells = 0;
    for (int draw = 0; draw < 40; draw++) {
      NoisyCounts noisy =
          NoisyCounts.draw(
              figures,
              BigDecimal.ONE,
              Set.of(),
              Long.MIN_VALUE / 2,
              ledger("40"),
              bound -> BigInteger.valueOf(random.nextLong(bound.longValueExact())));
      for (int table = 0; table < 4; table++) {
        long[] values = noisy.values(table);
        for (int cell = 1; cell < values.length; cell++) {
          error +=
              Math.abs(values[cell] - figures.count(figures.layout().grid(table).figures[cell]));
          cells++;
        }
      }
      assertThat(noisy.expectedError()).isBetween(6.9, 7.1);
    }
    assertThat((double) error / cells).isLessThan(8);
  }
}
