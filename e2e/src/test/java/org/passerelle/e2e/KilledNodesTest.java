package org.passerelle.e2e;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two houses write to each other about a hand-over over a way that cuts, truncates and doubles,
 * while one and then the other is killed: what a page said was sent is there, once, in its order,
 * and both logs hold.
 */
@Tag("long")
class KilledNodesTest {
  private static final int KILLS = Math.max(5, Integer.getInteger("passerelle.rounds", 5));
  private static final long SEED = 20_260;

  @Test
  void whatWasSaidToBeSentArrivesOnceAndInOrder() throws Exception {
    try (TwoHouses two = new TwoHouses(Duration.ZERO)) {
      two.handOver();
      System.out.println("the kills are drawn from the seed " + SEED);
      Random chance = new Random(SEED);
      for (int kill = 0; kill < KILLS; kill++) {
        // each sends and receives, so that whoever is killed is killed as both
        RegionHouse killed = kill % 2 == 0 ? two.skopje() : two.paris();
        TwoHouses.Writers writers = two.write();
        two.written(4 + chance.nextInt(8));
        killed.kill();
        two.stop(writers);
        killed.again();
      }
      two.straight();
      two.allArrived();
      two.logsHold();
    }
  }
}
