package org.passerelle.storage;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.LongPatience;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads that deliver messages while whoever wrote them waits. In earnest nobody waits; a test
 * whose messages arrive at some moment soon is green or red by chance, whether it rests on one that
 * has arrived or on one that has not.
 */
final class AwaitedDeliveries extends ThreadPoolTaskExecutor {
  private static final int THREADS = 8;
  private static final String DELIVERING = "org.passerelle.outbox.internal.LocalDeliveries";
  private final AtomicInteger underWay = new AtomicInteger();

  AwaitedDeliveries() {
    setCorePoolSize(THREADS);
    setDaemon(true);
    // who is interrupted closes the embedded database for everybody
    setWaitForTasksToCompleteOnShutdown(true);
  }

  /** Comes back when nothing is being delivered any more, also what this delivery caused. */
  @Override
  public void execute(Runnable delivery) {
    underWay.incrementAndGet();
    super.execute(() -> deliver(delivery));
    // a delivery that causes another, here or where a test delivers by itself, would wait for
    // itself
    if (!delivers()) {
      await("what was written is delivered")
          .atMost(Duration.ofSeconds(LongPatience.SECONDS))
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> underWay.get() == 0);
    }
  }

  private static boolean delivers() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(DELIVERING)));
  }

  private void deliver(Runnable delivery) {
    try {
      delivery.run();
    } finally {
      underWay.decrementAndGet();
    }
  }
}
