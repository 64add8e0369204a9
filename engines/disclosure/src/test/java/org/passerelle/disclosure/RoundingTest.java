package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
  private static Policy roundedTo(int base, int width) {
    return new Policy(Policy.Method.ROUNDING, 5, width, true, true, base);
  }

  private static Invented invented(int kind) {
    return switch (kind) {
      case 0 -> new Invented().flat("country", 5).flat("form", 4).table("country", "form");
      case 1 -> new Invented().grouped("country", 2, 3).flat("sex", 2).table("country", "sex");
      default ->
          new Invented()
              .flat("country", 4)
              .flat("sex", 2)
              .flat("age", 3)
              .table("country", "sex", "age");
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everySumHoldsAndEveryFigureIsANeighbour(int kind) {
    Figures figures = Figures.count(invented(kind).policy(roundedTo(5, 4)).records(150, 5 + kind));
    Protection protection = Protection.of(figures, List.of());
    Published published = protection.published();
    for (int[] sum : figures.layout().sums()) {
      long parts = 0;
      for (int s = 1; s < sum.length; s++) {
        parts += published.value(sum[s]);
      }
      assertThat(published.value(sum[0])).isEqualTo(parts);
    }
    for (int cell = 0; cell < figures.layout().shown(); cell++) {
      assertThat(published.value(cell) % 5).isZero();
      assertThat(Math.abs(published.value(cell) - figures.count(cell))).isLessThan(5);
    }
    assertThat(protection.audit().findings()).isEmpty();
  }

  @Test
  void aBaseThatLeavesTooLittleOpen() {
    Figures figures = Figures.count(invented(0).policy(roundedTo(3, 3)).records(80, 1));
    assertThatThrownBy(() -> Protection.of(figures, List.of()))
        .isInstanceOf(BadRelease.class)
        .hasMessage(
            "policy.base is 3: a zero then represents at most 2, an interval narrower than policy.width, 3. Maybe a base of 4.");
  }
}
