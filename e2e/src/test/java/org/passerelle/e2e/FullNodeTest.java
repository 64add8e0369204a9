package org.passerelle.e2e;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The disk of a node fills up while two nodes write to each other: what a page confirmed as sent
 * arrives once and in order when there is room again, and both logs are valid.
 */
@Tag("long")
class FullNodeTest {
  @Test
  void whatWasSaidToBeSentArrivesOnceThereIsRoomAgain() throws Exception {
    try (TwoHouses two = new TwoHouses(Duration.ZERO, true)) {
      two.handOver();
      TwoHouses.Writers writers = two.write();
      two.written(6);
      two.disk().fill();
      two.savesNothing();
      two.disk().free();
      two.savesAgain();
      two.stop(writers);
      TwoHouses.Writers again = two.write();
      two.written(12);
      two.stop(again);
      two.straight();
      two.allArrived();
      two.logsHold();
    }
  }
}
