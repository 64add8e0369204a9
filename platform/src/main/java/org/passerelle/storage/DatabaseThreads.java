package org.passerelle.storage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shuts down threads that use the database without interrupting them. The embedded database closes
 * its file, for all connections, when a thread is interrupted while it reads or writes ({@link
 * java.nio.channels.InterruptibleChannel}).
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseThreads {
  /** Seconds that running work gets to finish when the application shuts down. */
  public static final int CLOSING_SECONDS = 10;

  /**
   * Accepts no new work, completes the work that is queued or running, and waits for it.
   *
   * @return whether everything finished within the given number of seconds
   */
  public static boolean end(ExecutorService threads, int seconds) {
    threads.shutdown();
    try {
      return threads.awaitTermination(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Scheduled tasks that are running finish; no further one starts. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer roundsEndByThemselves() {
    return scheduler -> {
      scheduler.setWaitForTasksToCompleteOnShutdown(true);
      scheduler.setAwaitTerminationSeconds(CLOSING_SECONDS);
      scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    };
  }
}
