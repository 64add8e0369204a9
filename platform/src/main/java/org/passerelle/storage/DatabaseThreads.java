package org.passerelle.storage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How threads that use the database end: by themselves, never by an interrupt. The embedded
 * database closes its file, for everybody, under a thread that is interrupted while it reads or
 * writes ({@link java.nio.channels.InterruptibleChannel}).
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseThreads {
  /** Seconds that work of a house gets to end when the house ends. */
  public static final int CLOSING_SECONDS = 10;

  /**
   * Takes no new work, drops none that waits, and lets what is under way end.
   *
   * @return whether everything has ended within so many seconds
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

  /** Timed rounds that are under way end; none begins any more. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer roundsEndByThemselves() {
    return scheduler -> {
      scheduler.setWaitForTasksToCompleteOnShutdown(true);
      scheduler.setAwaitTerminationSeconds(CLOSING_SECONDS);
      scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    };
  }
}
