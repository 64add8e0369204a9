package org.passerelle.steer.letter;

import org.passerelle.PlatformSettings;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In a demonstration issue 12 is released from the beginning, as it was in April 2019. Its editions
 * are made when somebody first opens the archive, so that the start stays quick.
 */
@Component
public class DemoLetter {
  private static final int NUMBER = 12;
  private final PlatformSettings settings;
  private final Register register;
  private final JdbcReleases releases;
  private final TransactionTemplate transaction;
  private boolean looked;

  DemoLetter(
      PlatformSettings settings,
      Register register,
      JdbcReleases releases,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.register = register;
    this.releases = releases;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Releases the issue unless it was released before. */
  public synchronized void release() {
    if (looked || !settings.demo()) {
      return;
    }
    looked = true;
    Composer.issue(register.facts(), NUMBER)
        .filter(letter -> releases.of(letter.id()).isEmpty())
        .ifPresent(
            letter -> transaction.executeWithoutResult(s -> releases.keep(letter, "", null)));
  }
}
