package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.scheduling.TaskScheduler;

/** The timed rounds of a house share some threads. */
@OnBothDatabases
class RoundsTest {
  private static final Duration OFTEN = Duration.ofMillis(1);

  @Parameter House house;
  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

  @AfterEach
  void over() {
    answers.countDown();
    rounds.forEach(round -> round.cancel(true));
  }

  @Test
  void aRoundThatWaitsForSomethingHoldsUpNoOtherAndNeverOverlapsItself() {
    AtomicInteger waiting = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    every(
        () -> {
          waiting.incrementAndGet();
          waits();
        });
    await().until(() -> waiting.get() == 1);
    every(others::incrementAndGet);
    await().until(() -> others.get() > 20);
    assertThat(waiting).hasValue(1);
  }

  private void every(Runnable round) {
    rounds.add(house.get(TaskScheduler.class).scheduleWithFixedDelay(round, OFTEN));
  }

  private void waits() {
    try {
      assertThat(answers.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
