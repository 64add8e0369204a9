package org.passerelle.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks every few seconds that the database accepts writes: a database that still answers queries
 * may no longer store anything. It also reopens an embedded database that has closed itself, so
 * that the server recovers without a restart once there is disk space.
 *
 * <p>It runs on a thread of its own, which no other work delays. Safe for concurrent use.
 */
@Component
public class Pulse implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long BEAT_SECONDS = 3;
  private static final long OLDEST = TimeUnit.SECONDS.toNanos(15);
  private static final long LEAST_ROOM = 1 << 20;
  private final EmbeddedDatabase embedded;
  private final JdbcClient db;
  private final Clock clock;
  private final Path folder;
  private @Nullable ScheduledExecutorService thread;
  private volatile boolean saved;
  private volatile long savedAt;

  Pulse(EmbeddedDatabase embedded, JdbcClient db, Clock clock, PlatformSettings settings) {
    this.embedded = embedded;
    this.db = db;
    this.clock = clock;
    this.folder = settings.data();
  }

  /** Whether a write succeeded within the last seconds. Only reads a field; never blocks. */
  public boolean beats() {
    return saved && System.nanoTime() - savedAt < OLDEST;
  }

  /** Writes a heartbeat now. */
  synchronized void beat() {
    try {
      embedded.reopenIfBroken();
      int rows =
          db.sql("update pulse set at = :now where id = 1")
              .param("now", Columns.now(clock))
              .update();
      long room = Files.getFileStore(folder).getUsableSpace();
      if (rows != 1 || room < LEAST_ROOM) {
        throw new IllegalStateException(
            """
            The heartbeat updated %d rows instead of 1, or too little space is left: %d bytes in %s.
            Maybe the disk is full."""
                .formatted(rows, room, folder));
      }
      savedAt = System.nanoTime();
      if (!saved) {
        saved = true;
        LOG.info("Database is writable again.");
      }
    } catch (IOException e) {
      stopped(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      stopped(e);
    }
  }

  private void stopped(RuntimeException why) {
    if (saved) {
      LOG.error("Database is not writable; trying again every few seconds.", why);
    }
    saved = false;
  }

  @Override
  public void start() {
    beat();
    ScheduledExecutorService own =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "pulse");
              made.setDaemon(true);
              return made;
            });
    Future<?> beats =
        own.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    LOG.debug("The pulse goes on: {}.", beats);
    thread = own;
  }

  @Override
  public void stop() {
    ScheduledExecutorService own = thread;
    if (own != null) {
      own.shutdown();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
