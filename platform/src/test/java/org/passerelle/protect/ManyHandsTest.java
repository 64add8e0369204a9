package org.passerelle.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Runs referrals, hand-overs, letterboxes, questions whether somebody is known, consents, legal
 * bases, approvals, erasures, exports and team changes from eight threads in random order, and
 * checks that no rule is broken. {@link ManyHands} acts and {@link Judge} knows what must hold; a
 * seed repeats what each thread does, but not how they interleave. Use {@code -Dpasserelle.steps}
 * and {@code -Dpasserelle.seed} for more steps or another seed.
 */
@OnBothDatabases
@Tag("long")
class ManyHandsTest {
  private static final int THREADS = 8;
  @Parameter House house;

  @Test
  void noRuleIsBrokenByManyHandsAtOnce() throws Exception {
    int steps = Integer.getInteger("passerelle.steps", 1_600);
    long seed = Long.getLong("passerelle.seed", 20_261_126);
    Judge judge = new Judge(house);
    HandsWorld world = new HandsWorld(house);
    AtomicInteger left = new AtomicInteger(steps);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ManyHands hands = new ManyHands(house, world, judge, new Random(seed + i));
        all.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    hands.act();
                  }
                  return null;
                }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    judge.atTheEnd(world);
    world.quiet();
    assertThat(judge.broken())
        .as("seed %d, %d steps on %s; done: %s", seed, steps, house, judge.done())
        .isEmpty();
    assertThat(judge.done()).as("every kind of act succeeded at least once").hasSizeGreaterThan(27);
  }
}
