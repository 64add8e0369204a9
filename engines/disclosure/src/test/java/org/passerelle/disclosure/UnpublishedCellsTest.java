package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What three tables by two variables reveal together, through the unpublished table by three. */
class UnpublishedCellsTest {
  private static final int HIDDEN = -1;

  private static Invented invented(boolean records) {
    return new Invented()
        .flat("a", 2)
        .flat("b", 2)
        .flat("c", 2)
        .table("a", "b")
        .table("a", "c")
        .table("b", "c")
        .policy(new Policy(Policy.Method.SUPPRESSION, 5, 3, false, false, 5, records));
  }

  /**
   * Ten persons in a0 b0 c0 and ten in a1 b1 c1. The table of b and c is suppressed except for its
   * totals, which leave it wide open; but whoever has b0 has a0, and whoever has a0 has c0.
   */
  @Test
  void theRecordsBehindCloseWhatSumsLeaveOpen() {
    assertThat(widest(false)).isPositive();
    assertThat(widest(true)).isZero();
  }

  private static long widest(boolean records) {
    Release release = invented(records).release("behind");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(List.of("a0", "b0", "c0"));
      rows.add(List.of("a1", "b1", "c1"));
    }
    Figures figures = Figures.count(Records.of(release, rows));
    Layout layout = figures.layout();
    boolean[] hidden = new boolean[layout.size()];
    for (int figure = 0; figure < layout.shown(); figure++) {
      hidden[figure] = layout.node(figure, 0) == 0 && layout.totals(figure) == 1;
    }
    assertThat(hidden).contains(true);
    AuditReport report = Audit.of(Published.hiding(figures, hidden), List.of(), true);
    return report.intervals().stream().mapToLong(i -> i.high() - i.low()).max().orElse(HIDDEN);
  }

  @Test
  void whatIsBehindIsNeitherCountedNorPublished() {
    Figures figures = Figures.count(invented(true).records(60, 1));
    Protection protection = Protection.of(figures, List.of());
    assertThat(figures.layout().size()).isEqualTo(figures.layout().shown() + 8);
    assertThat(protection.audit().figures()).isEqualTo(19);
    assertThat(protection.audit().findings()).isEmpty();
    assertThat(protection.published().many(Published.Mark.HIDDEN)).isLessThan(19);
  }
}
