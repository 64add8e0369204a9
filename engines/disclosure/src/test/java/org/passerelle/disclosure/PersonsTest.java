package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.disclosure.anonymity.Anonymity;
import org.passerelle.disclosure.anonymity.AnonymousRecords;
import org.passerelle.disclosure.noise.PrivacyLedger;

/** Several rows of one person: what is small is small in persons, whatever their rows. */
class PersonsTest {
  private static final String DECLARED =
      """
      id: forms
      title: Forms of exploitation
      population: Persons of 2025
      period: "2025"
      source: Invented
      person: who
      rows: 2
      variables:
        sex: {categories: [female, male]}
        form: {categories: [begging, labour, sexual]}
      tables:
        - by: [sex, form]
      policy: {threshold: 3, width: 2}
      """;

  @TempDir Path folder;

  private static Records read(String rows) {
    return RecordsReader.read(
        "data.csv", new StringReader("who,sex,form\n" + rows), declared(DECLARED));
  }

  private static Release declared(String yaml) {
    return ReleaseReader.read("release.yaml", new StringReader(yaml));
  }

  private static int figure(Layout layout, String name) {
    for (int f = 0; f < layout.size(); f++) {
      if (layout.name(f).equals(name)) {
        return f;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void rowsWithTheSameCategoriesAreOneAndOthersAreCapped() {
    String rows =
        """
        1,female,sexual
        1,female,sexual
        1,female,labour
        1,female,begging
        2,male,labour
        """;
    Records records = read(rows);
    assertThat(records.size()).isEqualTo(3);
    assertThat(records.leftOut()).isEqualTo(2);
    Figures figures = Figures.count(records);
    Layout layout = figures.layout();
    assertThat(figures.count(figure(layout, "total"))).isEqualTo(3);
    assertThat(figures.count(figure(layout, "sex=female"))).isEqualTo(2);
    // the first two in the order of the categories, whatever the order of the rows
    assertThat(figures.count(figure(layout, "form=sexual"))).isZero();
    List<String> lines = new ArrayList<>(rows.lines().toList());
    Collections.shuffle(lines, new Random(7));
    Figures other = Figures.count(read(String.join("\n", lines) + "\n"));
    assertThat(other.counts()).isEqualTo(figures.counts());
  }

  /** Four rows of two persons are as small as two persons. */
  @Test
  void aCountOfRowsIsSmallByItsPersons() {
    Figures figures =
        Figures.count(
            read(
                """
                1,female,sexual
                1,female,labour
                2,female,sexual
                2,female,begging
                3,male,labour
                4,male,labour
                5,male,labour
                6,male,labour
                """));
    Layout layout = figures.layout();
    assertThat(figures.count(figure(layout, "sex=female"))).isEqualTo(4);
    assertThat(figures.isSmall(figure(layout, "sex=female"))).isTrue();
    assertThat(figures.isSmall(figure(layout, "sex=male"))).isFalse();
    assertThat(figures.distance(figure(layout, "sex=female"))).isEqualTo(4);
  }

  @Test
  void everyFittingTableLeavesThePersonsTheirWidth() {
    StringBuilder rows = new StringBuilder();
    Random random = new Random(5);
    String[] forms = {"begging", "labour", "sexual"};
    for (int person = 0; person < 14; person++) {
      for (int i = 0; i < 1 + person % 2; i++) {
        rows.append(person).append(person % 3 == 0 ? ",male," : ",female,");
        rows.append(forms[random.nextInt(3)]).append('\n');
      }
    }
    Figures figures = Figures.count(read(rows.toString()));
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    AuditReport outside = Audit.of(protection.published(), List.of(), true);
    assertThat(outside.findings()).isEmpty();
    for (int f = 0; f < figures.layout().shown(); f++) {
      String name = figures.layout().name(f);
      if (figures.isSmall(f)) {
        assertThat(outside.intervals())
            .anyMatch(one -> one.cell().figure().equals(name) && one.high() - one.low() >= 4);
      }
    }
  }

  @Test
  void noiseIsWiderByTheRowsOfOnePerson() {
    double one = error(DECLARED.replace("rows: 2", "rows: 1"), "one");
    double two = error(DECLARED, "two");
    assertThat(two).isGreaterThan(1.8 * one);
  }

  private double error(String yaml, String ledger) {
    Figures figures =
        Figures.count(
            RecordsReader.read(
                "data.csv", new StringReader("who,sex,form\n1,male,labour\n"), declared(yaml)));
    return NoisyCounts.draw(
            figures,
            BigDecimal.ONE,
            Set.of(),
            1,
            new PrivacyLedger(folder.resolve(ledger), "epsilon", BigDecimal.ONE, Clock.systemUTC()),
            bound -> bound.subtract(java.math.BigInteger.ONE))
        .expectedError();
  }

  @Test
  void recordsOfOnePersonDoNotHideEachOther() {
    Records records = read("1,male,labour\n1,male,begging\n");
    assertThatThrownBy(() -> AnonymousRecords.locally(records, Anonymity.of(2)))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("A person has several records");
    assertThatThrownBy(() -> AnonymousRecords.wholly(records, Anonymity.of(2), 0.1))
        .isInstanceOf(BadRelease.class);
  }
}
