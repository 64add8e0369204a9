package org.passerelle.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work rests while people wait for pages. */
@OnBothDatabases
class WorkGivesWayTest {
  private static final Order ORDER = Order.forADay("htcds.check", "/work");
  @Parameter House house;

  /** Counted by the waits of its thread: a time would say little on a busy machine. */
  @Test
  void workRestsWhilePeopleWaitForPagesButNeverInATransaction() {
    BackgroundWork work = house.get(BackgroundWork.class);
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    PageLoad load = house.get(PageLoad.class);
    TransactionTemplate transaction = house.get(TransactionTemplate.class);
    List<Long> waits = new CopyOnWriteArrayList<>();
    UUID id =
        work.start(
            ORDER,
            progress -> {
              waits.add(waitsOf(progress, load));
              waits.add(
                  Objects.requireNonNull(transaction.execute(status -> waitsOf(progress, load))));
            },
            who);
    await().until(() -> !work.find(id, who).state().goesOn());
    assertThat(waits.get(0)).isGreaterThanOrEqualTo(10);
    assertThat(waits.get(1)).isZero();
  }

  private static long waitsOf(Progress progress, PageLoad load) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long before = threads.getThreadInfo(self).getWaitedCount();
    for (int step = 0; step < 10; step++) {
      load.answered(1_000_000_000);
      long began = System.nanoTime();
      while (System.nanoTime() - began < 6_000_000) {
        Thread.onSpinWait();
      }
      progress.done(1);
    }
    return threads.getThreadInfo(self).getWaitedCount() - before;
  }
}
