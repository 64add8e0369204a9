package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.generator.FamilyList;
import org.passerelle.linkage.generator.FamilyList.Shape;

/** A family is not one person, however much its members share. */
@Tag("slow")
@Tag("long")
class FamiliesTest {
  private static final int PERSONS = 700;

  private static LinkResult deduplicated(String csv) {
    return new Linkage(
            LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(2), Progress.SILENT)
        .deduplicate(InventedLists.table(csv));
  }

  private static void isNoWorseThanAPlainModel(FamilyFigures.Row row, Shape shape) {
    assertThat(row.f1()).as(shape + ": " + row).isGreaterThan(row.plain() - 0.01);
  }

  @Test
  void familiesOfOneAddressAndTelephoneAreNotTakenForPersons() {
    double without = FamilyFigures.of(Shape.WHOLE, PERSONS, 0, 4).f1();
    for (double families : new double[] {0.1, 0.2, 0.3, 0.5}) {
      FamilyFigures.Row row = FamilyFigures.of(Shape.WHOLE, PERSONS, families, 4);
      assertThat(row.f1()).as(row.toString()).isGreaterThan(without - 0.02);
      isNoWorseThanAPlainModel(row, Shape.WHOLE);
      assertThat(row.result().expected().precision())
          .as(row.toString())
          .isLessThan(row.quality().grouped().precision() + 0.03);
      assertThat(row.result().report()).anyMatch(line -> line.contains("share a household"));
    }
  }

  @Test
  void norAreNamesakes() {
    FamilyFigures.Row row = FamilyFigures.of(Shape.WHOLE, 1_000, 0, 1);
    assertThat(row.quality().grouped().precision()).as(row.toString()).isGreaterThan(0.99);
    assertThat(row.f1()).as(row.toString()).isGreaterThan(0.99);
    assertThat(row.result().report()).anyMatch(line -> line.contains("two persons of one name"));
  }

  @Test
  void norAreThoseOfWhomLittleIsKnown() {
    isNoWorseThanAPlainModel(FamilyFigures.of(Shape.POOR, PERSONS, 0.3, 4), Shape.POOR);
  }

  @Test
  void norIsAHouseOfACensusOnePerson() {
    FamilyFigures.Row row = FamilyFigures.of(Shape.CENSUS, PERSONS, 0.3, 4);
    isNoWorseThanAPlainModel(row, Shape.CENSUS);
    assertThat(row.f1()).as(row.toString()).isGreaterThan(0.9);
  }

  /** Strangers of one house are no relatives: one first name in it is chance. */
  @Test
  void norIsAPlainModelAheadWhereAHouseHoldsNoFamilies() {
    for (long seed : new long[] {4, 5}) {
      isNoWorseThanAPlainModel(FamilyFigures.of(Shape.CENSUS, 1_000, 0, seed), Shape.CENSUS);
    }
  }

  @Test
  void aWomanBornIn1972AndAManBornIn1998AreTwoThoughTheyShareAllElse() {
    String csv =
        FamilyList.csv(Shape.WHOLE, PERSONS, 0.3, 5)
            + "a,Mirela,Xhindi,1972-03-04,f,Rruga e Madhe 7,+355670000001,a\n"
            + "b,Arben,Xhindi,1998-11-23,m,Rruga e Madhe 7,+355670000001,b\n";
    LinkResult result = deduplicated(csv);
    int[] groups = result.groups();
    assertThat(groups[groups.length - 1]).isNotEqualTo(groups[groups.length - 2]);
    double weight =
        result.explain(groups.length - 2, groups.length - 1).stream()
            .mapToDouble(LinkResult.Step::weight)
            .sum();
    assertThat(weight).isLessThan(-5);
  }

  @Test
  void whereTwoColumnsTellNothingCanBeStated() {
    StringBuilder names = new StringBuilder("id,given_name,surname\n");
    FamilyList.csv(Shape.POOR, PERSONS, 0, 6)
        .lines()
        .skip(1)
        .map(row -> row.split(",", -1))
        .forEach(
            cells -> names.append(String.join(",", cells[0], cells[1], cells[2])).append('\n'));
    assertThat(deduplicated(names.toString()).expected().isKnown()).isFalse();
  }
}
