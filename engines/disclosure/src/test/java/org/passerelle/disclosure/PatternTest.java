package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pattern for 1,382 persons by country, sex and form, and its determinism. */
@Tag("long")
class PatternTest {
  private final Figures figures = Figures.count(Invented.persons1382());

  @Test
  void whatIsHiddenHereIsRecoveredNowhere() {
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    assertThat(protection.audit().insiders()).isPositive();
    // as an outsider who has only the file
    AuditReport outside = Audit.of(protection.published(), List.of(), false);
    assertThat(outside.findings()).isEmpty();
    assertThat(protection.audit().hidden()).isLessThan(figures.layout().size() / 2);
  }

  @Test
  void theSameFiguresGiveTheSamePattern() {
    Records records =
        new Invented().flat("country", 5).flat("form", 4).table("country", "form").records(110, 3);
    Figures few = Figures.count(records);
    Published first = Protection.of(few, List.of()).published();
    for (int run = 0; run < 100; run++) {
      Published again = Protection.of(Figures.count(records), List.of()).published();
      for (int cell = 0; cell < few.layout().size(); cell++) {
        assertThat(again.mark(cell)).isEqualTo(first.mark(cell));
      }
    }
  }

  @Test
  void theOrderOfRecordsDoesNotShow() {
    Release release =
        new Invented().flat("a", 4).flat("b", 2).flat("c", 5).table("a", "b", "c").release("order");
    List<List<String>> rows = Invented.rows(release, 150, 6);
    List<List<String>> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    Published one = Protection.of(Figures.count(Records.of(release, rows)), List.of()).published();
    Published other =
        Protection.of(Figures.count(Records.of(release, turned)), List.of()).published();
    assertThat(one.many(Published.Mark.HIDDEN)).isPositive();
    for (int cell = 0; cell < one.layout().size(); cell++) {
      assertThat(other.mark(cell)).isEqualTo(one.mark(cell));
    }
  }
}
