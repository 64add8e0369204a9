package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 1,382 persons by country, sex and form: what can be recovered if only small cells are suppressed.
 */
class RecoveryTest {
  private final Figures figures = Figures.count(Invented.persons1382());

  @Test
  void hidingSmallCellsAloneProtectsFew() {
    Policy policy = figures.layout().release().policy();
    boolean[] hidden = new boolean[figures.layout().size()];
    int small = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = policy.isSmall(figures.count(cell));
      small += hidden[cell] ? 1 : 0;
    }
    AuditReport report =
        Audit.of(Published.hiding(figures, hidden), List.of(), figures, List.of(), false);
    long recovered =
        report.findings().stream().filter(f -> f.kind() == Finding.Kind.RECOVERED).count();
    assertThat(small).as("as docs/disclosure.md says").isEqualTo(98);
    assertThat(recovered).as("as docs/disclosure.md says").isEqualTo(37);
    assertThat(report.passed()).isFalse();
  }
}
