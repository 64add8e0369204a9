package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;

/** A search ends after so many steps: with figures that withstand the attack, or with a refusal. */
@Tag("long")
class BoundedSearchTest {
  private static Figures figures(int persons, long seed) {
    return Figures.count(
        new Invented()
            .flat("country", 5)
            .flat("sex", 2)
            .flat("form", 4)
            .table("country", "form")
            .table("country", "sex")
            .records(persons, seed));
  }

  @Property(tries = 40)
  void whateverIsPermittedNothingUnprovenIsPublished(
      @ForAll @IntRange(min = 20, max = 160) int persons,
      @ForAll @LongRange(min = 1, max = 500) long seed,
      @ForAll @IntRange(min = 0, max = 26) int doublings) {
    Figures figures = figures(persons, seed);
    long most = 1L << doublings;
    Protection first;
    try {
      first = Suppression.protect(figures, List.of(), most);
    } catch (BadRelease refused) {
      assertThat(refused.cells()).isNotEmpty();
      assertThatThrownBy(() -> Suppression.protect(figures, List.of(), most))
          .hasMessage(refused.getMessage());
      return;
    }
    assertThat(first.audit().findings()).isEmpty();
    assertThat(Audit.of(first.published(), List.of(), false).findings()).isEmpty();
    Published again = Suppression.protect(figures, List.of(), most).published();
    for (int figure = 0; figure < figures.layout().size(); figure++) {
      assertThat(again.mark(figure)).isEqualTo(first.published().mark(figure));
    }
  }

  @Example
  void theRefusalSaysWhatToDo() {
    assertThatThrownBy(() -> Suppression.protect(figures(120, 7), List.of(), 1))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("permitted steps were used up before")
        .hasMessageContaining("Maybe group categories (variables), omit a table")
        .satisfies(refused -> assertThat(((BadRelease) refused).cells()).isNotEmpty());
  }

  /** More steps never hide more: they are spent on a cheaper pattern. */
  @Example
  void fewerStepsCostReadersMoreAndNobodyTheirProtection() {
    Figures figures = figures(120, 7);
    long usual = Suppression.protect(figures, List.of()).audit().hidden();
    long least = 1;
    Protection scarce = null;
    while (scarce == null) {
      try {
        scarce = Suppression.protect(figures, List.of(), least);
      } catch (BadRelease tooFew) {
        least *= 2;
      }
    }
    assertThat(scarce.audit().hidden()).isGreaterThanOrEqualTo(usual);
  }

  @Example
  void anInterruptedThreadStops() {
    Figures figures = figures(120, 7);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Protection.of(figures, List.of()))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).as("still says so").isTrue();
    }
  }
}
