package org.passerelle.steer.letter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.passerelle.PlatformSettings;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases issue 12 in a demonstration, as it was in April 2019. The editions are generated some
 * minutes after the start, because they take five seconds of CPU, so that the start and the first
 * pages stay fast. A request for the letter or its archive before that waits for them.
 */
@Component
public class DemoLetter {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLetter.class);
  private static final int NUMBER = 12;
  private static final int MINUTES = 2;
  private final PlatformSettings settings;
  private final Register register;
  private final JdbcReleases releases;
  private final Sources sources;
  private final TransactionTemplate transaction;
  private boolean looked;

  DemoLetter(
      PlatformSettings settings,
      Register register,
      JdbcReleases releases,
      Sources sources,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.register = register;
    this.releases = releases;
    this.sources = sources;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Begins some minutes after the server became ready. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.demo()) {
      CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES, DemoLetter::aside)
          .execute(this::quietly);
    }
  }

  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "letter-12");
    thread.setDaemon(true);
    thread.start();
  }

  private void quietly() {
    try {
      release();
    } catch (RuntimeException e) {
      // the server may be shutting down; a request for the archive tries again
      LOG.debug("Issue {} is not made yet.", NUMBER, e);
    }
  }

  /** Releases the issue unless it was released before. */
  public synchronized void release() {
    if (looked || !settings.demo()) {
      return;
    }
    Composer.issue(register.facts(), NUMBER)
        .filter(letter -> releases.of(letter.id()).isEmpty())
        .ifPresent(
            letter -> {
              Editions made = Editions.of(register.facts(), sources, letter);
              transaction.executeWithoutResult(s -> releases.keep(letter, made, "", null, null));
            });
    looked = true;
  }
}
