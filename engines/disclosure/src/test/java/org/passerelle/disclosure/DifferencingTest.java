package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by subtracting two releases. */
class DifferencingTest {
  private final Invented invented =
      new Invented().flat("country", 5).flat("sex", 2).table("country", "sex");
  private final Release release = invented.release("second");
  private final List<List<String>> rows = Invented.rows(release, 80, 7);
  private final Published first = protectedAlone(rows);

  private Published protectedAlone(List<List<String>> records) {
    return Protection.of(figures(records), List.of()).published();
  }

  private Figures figures(List<List<String>> records) {
    return Figures.count(Records.of(release, records));
  }

  private List<EarlierRelease> earlier(Release.Relation relation) {
    return List.of(new EarlierRelease(first, relation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"country0 sex0", "country4 sex1"})
  void oneRecordMore(String added) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.of(added.split(" ", -1)));
    Figures figures = figures(more);
    AuditReport naive =
        Audit.of(protectedAlone(more), earlier(Release.Relation.GROWS), figures, List.of(), false);
    assertThat(naive.findings()).anyMatch(f -> f.cell().toString().endsWith("less second"));
    Protection heeding = Protection.of(figures, earlier(Release.Relation.GROWS));
    assertThat(heeding.audit().findings()).isEmpty();
    assertThat(shown(heeding.published(), "country=" + added.split(" ", -1)[0])).isFalse();
    assertThat(shown(heeding.published(), "sex=" + added.split(" ", -1)[1])).isFalse();
  }

  @Test
  void oneRecordMoved() {
    List<List<String>> moved = new ArrayList<>(rows);
    moved.set(moved.indexOf(List.of("country0", "sex0")), List.of("country0", "sex1"));
    Figures figures = figures(moved);
    AuditReport naive =
        Audit.of(
            protectedAlone(moved), earlier(Release.Relation.CORRECTED), figures, List.of(), false);
    assertThat(naive.findings()).isNotEmpty();
    Protection heeding = Protection.of(figures, earlier(Release.Relation.CORRECTED));
    assertThat(heeding.audit().findings()).isEmpty();
    assertThat(shown(heeding.published(), "sex=sex0")).isFalse();
    assertThat(shown(heeding.published(), "sex=sex1")).isFalse();
  }

  /** The same records in other tables: what is suppressed in one is suppressed in both. */
  @Test
  void otherTablesOfTheSameRecords() {
    Figures figures = figures(rows);
    boolean[] all = new boolean[figures.layout().size()];
    AuditReport naive =
        Audit.of(
            Published.hiding(figures, all),
            earlier(Release.Relation.SAME),
            figures,
            List.of(),
            false);
    assertThat(naive.findings()).isNotEmpty();
    Protection heeding = Protection.of(figures, earlier(Release.Relation.SAME));
    assertThat(heeding.audit().findings()).isEmpty();
    for (int cell = 0; cell < all.length; cell++) {
      assertThat(heeding.published().mark(cell)).isEqualTo(first.mark(cell));
    }
  }

  @ParameterizedTest
  @EnumSource(Release.Relation.class)
  void nothingChangedAndNothingIsTold(Release.Relation relation) {
    Protection again = Protection.of(figures(rows), earlier(relation));
    assertThat(again.audit().findings()).isEmpty();
  }

  /** A declaration that nothing was removed is contradicted if something was. */
  @Test
  void aReleaseThatDoesNotFit() {
    Figures fewer = figures(rows.subList(0, 40));
    Published alone = Protection.of(fewer, List.of()).published();
    AuditReport report = Audit.of(alone, earlier(Release.Relation.GROWS), false);
    assertThat(report.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CONTRADICTION);
    assertThatThrownBy(() -> Protection.of(fewer, earlier(Release.Relation.GROWS)))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("The earlier release second is not compatible: no earlier records")
        .hasMessageContaining("Maybe declare previous.second: corrected");
  }

  @Test
  void groupsThatHoldOtherCategories() {
    Release other =
        new Invented().grouped("country", 2, 3).flat("sex", 2).table("country", "sex").release("o");
    Release wider =
        new Invented().grouped("country", 2, 2).flat("sex", 2).table("country", "sex").release("w");
    Figures old = Figures.count(Records.of(wider, Invented.rows(wider, 90, 1)));
    Figures now = Figures.count(Records.of(other, Invented.rows(other, 90, 1)));
    Published before = Protection.of(old, List.of()).published();
    assertThatThrownBy(
            () ->
                Protection.of(now, List.of(new EarlierRelease(before, Release.Relation.CORRECTED))))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining(
            "The earlier release w is not compatible: in it country-group0 contains other categories than here (variables.country).");
  }

  private boolean shown(Published published, String name) {
    for (int cell = 0; cell < published.layout().size(); cell++) {
      if (published.layout().name(cell).equals(name)) {
        return published.mark(cell) == Published.Mark.SHOWN;
      }
    }
    throw new AssertionError(name);
  }
}
