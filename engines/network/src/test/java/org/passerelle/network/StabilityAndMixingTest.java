package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.measure.CorePeriphery;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Mixing;
import org.passerelle.network.measure.RankStability;
import org.passerelle.network.measure.RemovalCurve;

/** Tests against chance, stability under missing parts, and sets on graphs with known answers. */
class StabilityAndMixingTest {
  private static double[] degree(Graph graph) {
    return Arrays.stream(Degrees.of(graph)).asDoubleStream().toArray();
  }

  private static Graph star(int leaves) {
    GraphBuilder builder = new GraphBuilder(leaves + 1, leaves);
    for (int v = 1; v <= leaves; v++) {
      builder.add(0, v, 1);
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  /** Two cliques of six with one tie between them. */
  private static Graph clans() {
    GraphBuilder builder = new GraphBuilder(12, 40);
    for (int v = 0; v < 12; v++) {
      for (int w = v + 1; w < 12; w++) {
        if (v / 6 == w / 6) {
          builder.add(v, w, 1);
        }
      }
    }
    builder.add(5, 6, 1);
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  @Test
  void clansThatHoldTogetherAreToldFromChance() {
    int[] clan = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    Mixing mixing = Mixing.of(clans(), clan, 499, 1, SILENT);
    assertThat(mixing.internal()).isEqualTo(30);
    assertThat(mixing.external()).isEqualTo(1);
    assertThat(mixing.eiIndex()).isCloseTo(-29 / 31.0, within(1e-12));
    // both groups have 31 of the 62 ends: (30/31 − 1/2) / (1/2)
    assertThat(mixing.assortativity()).isCloseTo(29 / 31.0, within(1e-12));
    assertThat(mixing.eiP()).isLessThan(0.01);
    int[] mixed = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
    Mixing none = Mixing.of(clans(), mixed, 499, 1, SILENT);
    assertThat(none.eiP()).isGreaterThan(0.2);
    assertThat(Mixing.of(clans(), new int[12], 9, 1, SILENT).assortativity()).isNaN();
  }

  @Test
  void thePValueOfChanceIsSpreadEvenly() {
    SplittableRandom random = new SplittableRandom(5);
    int low = 0;
    for (int i = 0; i < 200; i++) {
      Graph graph = RandomGraphs.connected(i);
      int[] dealt = random.ints(graph.size(), 0, 2).toArray();
      low += Mixing.of(graph, dealt, 99, i, SILENT).eiP() <= 0.1 ? 1 : 0;
    }
    assertThat(low).isBetween(4, 40);
  }

  @Test
  void theCentreOfAStarStaysFirstUnlessItIsMissing() {
    RankStability ties =
        RankStability.missingTies(star(40), StabilityAndMixingTest::degree, 50, 1, SILENT);
    assertThat(ties.firstStays()).isEqualTo(1);
    RankStability actors =
        RankStability.missingActors(star(40), StabilityAndMixingTest::degree, 400, 1, SILENT);
    assertThat(actors.firstStays()).isBetween(0.93, 0.999);
    assertThat(RankStability.missingTies(star(40), StabilityAndMixingTest::degree, 50, 1, SILENT))
        .isEqualTo(ties);
  }

  @Test
  void groupsAreTheClansWhateverTheSeed() {
    for (long seed = 1; seed <= 20; seed++) {
      Groups groups = Groups.of(clans(), 1, 3, seed, SILENT);
      assertThat(groups.of()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
      assertThat(groups.agreement()).isEqualTo(1);
    }
    assertThat(Groups.of(clans(), 0.01, 3, 1, SILENT).sizes()).hasSize(1);
    assertThat(Groups.of(clans(), 30, 3, 1, SILENT).sizes()).hasSize(12);
  }

  @Test
  void greedySetsReachTheBestOnAStarOfStars() {
    GraphBuilder builder = new GraphBuilder(505, 520);
    for (int hub = 0; hub < 5; hub++) {
      for (int leaf = 0; leaf < 100; leaf++) {
        builder.add(hub, 5 + 100 * hub + leaf, 1);
      }
      builder.add(hub, (hub + 1) % 5, 1);
    }
    Graph stars = builder.build(false, GraphBuilder.Parallel.SUM);
    KeyPlayers players = KeyPlayers.negative(stars, 5, 1, SILENT);
    assertThat(players.exhaustive()).isFalse();
    assertThat(players.players()).containsExactly(0, 1, 2, 3, 4);
    assertThat(players.value()).isEqualTo(1);
    KeyPlayers reach = KeyPlayers.positive(stars, 5, 1, SILENT);
    assertThat(reach.players()).containsExactly(0, 1, 2, 3, 4);
    assertThat(reach.value()).isEqualTo(1);
  }

  @Test
  void aCliqueWithFollowersIsACoreAndItsPeriphery() {
    GraphBuilder builder = new GraphBuilder(12, 30);
    for (int v = 0; v < 4; v++) {
      for (int w = v + 1; w < 4; w++) {
        builder.add(v, w, 1);
      }
      builder.add(v, 4 + 2 * v, 1);
      builder.add(v, 5 + 2 * v, 1);
    }
    CorePeriphery fit = CorePeriphery.of(builder.build(false, GraphBuilder.Parallel.SUM));
    assertThat(fit.size()).isEqualTo(4);
    assertThat(fit.errors()).isZero();
    assertThat(fit.fit()).isEqualTo(1);
  }

  @Test
  void aStarFallsApartAtOnceAndEqualsGoInTheToldOrder() {
    RemovalCurve curve =
        RemovalCurve.of(
            star(4), StabilityAndMixingTest::degree, 1, 2, RemovalCurve.Among.EARLIEST, SILENT);
    assertThat(curve.steps().stream().map(RemovalCurve.Step::share)).containsExactly(1.0, 0.2, 0.2);
    assertThat(curve.steps().get(2).removed()).isEqualTo(List.of("1"));
    RemovalCurve latest =
        RemovalCurve.of(
            star(4), StabilityAndMixingTest::degree, 2, 9, RemovalCurve.Among.LATEST, SILENT);
    assertThat(latest.steps().get(1).removed()).isEqualTo(List.of("0", "4"));
    assertThat(latest.steps().get(latest.steps().size() - 1).share()).isZero();
  }
}
