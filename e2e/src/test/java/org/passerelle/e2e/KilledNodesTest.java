package org.passerelle.e2e;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes exchange messages about a hand-over over a connection that cuts, truncates and
 * duplicates, while each in turn is killed: what a page confirmed as sent arrives once, in order,
 * and both logs are valid.
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
        // each sends and receives, so that the killed one is killed in both roles
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
