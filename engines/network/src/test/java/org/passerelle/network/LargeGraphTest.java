package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.Triangles;

/** Graphs that break recursion or exhaustive enumeration. */
@Tag("slow")
class LargeGraphTest {
  private static final int MILLION = 1_000_000;

  private static Graph path(int n) {
    GraphBuilder builder = new GraphBuilder(n, n);
    for (int v = 1; v < n; v++) {
      builder.add(v - 1, v, 1);
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  @Test
  void aPathOfAMillionDoesNotOverflow() {
    Graph path = path(MILLION);
    assertThat(Components.of(path).count()).isEqualTo(1);
    CutPoints cuts = CutPoints.of(path);
    assertThat(cuts.count()).isEqualTo(MILLION - 2);
    assertThat(cuts.bridges()).hasSize(MILLION - 1);
    assertThat(Arrays.stream(Cores.of(path)).max()).hasValue(1);
    assertThat(Triangles.of(path, SILENT).total()).isZero();
    KeyPlayers middle = KeyPlayers.negative(path, 1, 1, SILENT);
    assertThat(middle.players()[0]).isBetween(MILLION / 2 - 1, MILLION / 2);
    assertThat(Geodesics.sampled(path, 1, 1, SILENT).diameter()).isGreaterThan(MILLION / 2 - 1);
    assertThat(Arrays.stream(PageRank.of(path, SILENT)).sum()).isBetween(0.999999, 1.000001);
  }

  @Test
  void aDirectedCircleOfAMillionIsOneStrongPart() {
    GraphBuilder builder = new GraphBuilder(MILLION, MILLION);
    for (int v = 0; v < MILLION; v++) {
      builder.add(v, (v + 1) % MILLION, 1);
    }
    Graph circle = builder.build(true, GraphBuilder.Parallel.SUM);
    assertThat(Components.strong(circle).count()).isEqualTo(1);
  }

  @Test
  void aStarOfAHundredThousandIsMeasuredInLittleTime() {
    int n = 100_000;
    GraphBuilder builder = new GraphBuilder(n, n);
    for (int v = 1; v < n; v++) {
      builder.add(0, v, 1);
    }
    Graph star = builder.build(false, GraphBuilder.Parallel.SUM);
    double[] constraint = Constraint.of(star, SILENT);
    assertThat(constraint[1]).isEqualTo(1);
    assertThat(constraint[0]).isLessThan(1e-4);
    assertThat(KeyPlayers.negative(star, 1, 1, SILENT).value()).isEqualTo(1);
  }

  @Test
  void moreShortestPathsThanADoubleCountsAreNoNaN() {
    int diamonds = 1_200;
    GraphBuilder builder = new GraphBuilder(3 * diamonds + 1, 4 * diamonds);
    for (int d = 0; d < diamonds; d++) {
      builder.add(3 * d, 3 * d + 1, 1);
      builder.add(3 * d, 3 * d + 2, 1);
      builder.add(3 * d + 1, 3 * d + 3, 1);
      builder.add(3 * d + 2, 3 * d + 3, 1);
    }
    double[] betweenness =
        Geodesics.exact(builder.build(false, GraphBuilder.Parallel.SUM), SILENT).betweenness();
    assertThat(Arrays.stream(betweenness).allMatch(b -> b >= 0 && b <= 1)).isTrue();
    assertThat(betweenness[1]).isCloseTo(betweenness[2], within(1e-12));
    // all pairs across the middle, and half of each pair within the diamonds beside it
    int middle = 3 * (diamonds / 2);
    double before = middle;
    double after = 3.0 * diamonds - middle;
    double n = 3.0 * diamonds + 1;
    assertThat(betweenness[middle])
        .isCloseTo((before * after + 1) / ((n - 1) * (n - 2) / 2), within(1e-9));
  }

  @Test
  void whoInterruptsIsObeyed() {
    Graph path = path(5_000);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Geodesics.exact(path, SILENT))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> KeyPlayers.negative(path, 2, 1, SILENT))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
