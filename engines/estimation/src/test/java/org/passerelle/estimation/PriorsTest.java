package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Prior parameters that somebody chooses. */
class PriorsTest {
  private static final CaptureHistories TABLE =
      CaptureHistories.of(List.of("A", "B", "C"), new long[] {0, 130, 88, 12, 61, 7, 4, 2});
  private static final Settings POINT = Settings.usual().withBootstrap(0);

  private static Study with(Priors priors) {
    return new Study(TABLE, POINT.withPriors(priors));
  }

  @Test
  void theUsualOnesMayBeWrittenOut() {
    Study usual = new Study(TABLE, POINT);
    Study told = with(new Priors(1.0 / 8, 10, 0.25, 0.25));
    assertThat(told.dga().estimate()).isEqualTo(usual.dga().estimate());
    assertThat(told.lcmcr().estimate()).isEqualTo(usual.lcmcr().estimate());
    assertThat(told.lcmcr().details()).isEqualTo(usual.lcmcr().details());
  }

  /** What the influence of the prior says of another delta is what that delta gives. */
  @Test
  void anOwnDeltaGivesWhatTheInfluenceOfThePriorSaysOfIt() {
    List<?> rows = (List<?>) new Study(TABLE, POINT).dga().details().get("deltaSensitivity");
    for (Object one : Objects.requireNonNull(rows)) {
      Map<?, ?> row = (Map<?, ?>) one;
      double delta = (Double) Objects.requireNonNull(row.get("delta"));
      Estimate own = with(new Priors(delta, 10, 0.25, 0.25)).dga();
      double median = (Double) Objects.requireNonNull(row.get("median"));
      assertThat(own.details()).containsEntry("delta", delta);
      assertThat(Objects.requireNonNull(own.estimate()))
          .isCloseTo(median, within(Math.max(1, 0.005 * median)));
    }
  }

  @Test
  void classesAndConcentrationAreSaidWithTheAnswer() {
    Estimate own = with(new Priors(0, 4, 1, 2)).lcmcr();
    assertThat(own.details())
        .containsEntry("classes", 4)
        .containsEntry("concentrationShape", 1.0)
        .containsEntry("concentrationRate", 2.0);
    assertThat(own.model()).isEqualTo("K=4");
  }

  @Test
  void whatIsNoPriorIsRefused() {
    assertThatThrownBy(() -> new Priors(-1, 10, 0.25, 0.25)).hasMessageContaining("delta is -1");
    assertThatThrownBy(() -> new Priors(0, 1, 0.25, 0.25)).hasMessageContaining("1 classes");
    assertThatThrownBy(() -> new Priors(0, 10, 0, 0.25)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new Priors(0, 10, 1, Double.NaN)).hasMessageContaining("above 0");
  }
}
