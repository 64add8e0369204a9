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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The timed rounds of a house share some threads. */
@OnBothDatabases
class RoundsTest {
  private static final Duration OFTEN = Duration.ofMillis(1);

  @Parameter House house;
  private ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

  /** The threads of a house in earnest; that of the test holds its rounds. */
  @BeforeEach
  void threads() {
    threads = house.get(ThreadPoolTaskSchedulerBuilder.class).build();
    threads.initialize();
  }

  @AfterEach
  void over() {
    answers.countDown();
    rounds.forEach(round -> round.cancel(true));
    threads.destroy();
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
    rounds.add(threads.scheduleWithFixedDelay(round, OFTEN));
  }

  private void waits() {
    try {
      assertThat(answers.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
