package org.passerelle.steer.letter;

import java.util.Objects;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An issue that comes with the product, kept as released. */
public final class KeptIssue {
  private KeptIssue() {}

  /** The parts of an application. */
  @FunctionalInterface
  public interface Parts {
    <T> T get(Class<T> type);
  }

  /** Makes its editions and stores them. */
  public static Releases.Release of(Parts house, int number) {
    Facts facts = house.get(Register.class).facts();
    Entry letter = Composer.issue(facts, number).orElseThrow();
    Editions made = Editions.of(facts, house.get(Sources.class), letter);
    return Objects.requireNonNull(
        new TransactionTemplate(house.get(PlatformTransactionManager.class))
            .execute(status -> house.get(JdbcReleases.class).keep(letter, made, "", null, null)));
  }
}
