package org.passerelle.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that some work gives to the database, on its own thread. */
public final class Counted {
  private Counted() {}

  /** How many statements the work took. */
  public static int statements(Runnable work) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    boolean shown = logger.isAdditive();
    AtomicInteger count = new AtomicInteger();
    Thread own = Thread.currentThread();
    AppenderBase<ILoggingEvent> counting =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == own
                && event.getMessage().startsWith("Executing prepared SQL statement")) {
              count.incrementAndGet();
            }
          }
        };
    counting.setContext(logger.getLoggerContext());
    counting.start();
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    logger.addAppender(counting);
    try {
      work.run();
      return count.get();
    } finally {
      logger.detachAppender(counting);
      logger.setLevel(before);
      logger.setAdditive(shown);
    }
  }
}
