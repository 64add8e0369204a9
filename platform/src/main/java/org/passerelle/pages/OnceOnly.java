package org.passerelle.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes a form once, however often it is submitted: the form's token is stored in the
 * transaction of its work, and a second submission redirects to where the first one did.
 */
@Component
@PublicProcess
public class OnceOnly {
  private static final int ATTEMPTS = 3;
  private final JdbcClient db;
  private final Clock clock;
  private final TransactionTemplate transaction;

  OnceOnly(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
    this.db = db;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Runs the work in a transaction, unless this form was processed before.
   *
   * @param token token of the form, field {@code _once}
   * @param who the user; another user's token is not found
   * @param work changes the data and returns where to redirect, without personal data in the
   *     address
   * @return the view name {@code redirect:…}
   */
  public String run(UUID token, SignedIn who, Supplier<String> work) {
    return run(token, who, () -> {}, work);
  }

  /**
   * The same after a check that runs outside the transaction, so that what it counts and logs is
   * committed although it refuses. The check is skipped for a form that was processed before.
   */
  public String run(UUID token, SignedIn who, Runnable check, Supplier<String> work) {
    Optional<String> before = ledTo(token, who);
    if (before.isPresent()) {
      return "redirect:" + before.get();
    }
    check.run();
    try {
      return "redirect:" + inATransaction(token, who, work);
    } catch (DuplicateKeyException e) {
      // two simultaneous submissions of the same form, and the other one was first
      return "redirect:" + ledTo(token, who).orElseThrow(() -> e);
    }
  }

  /** Retries if the database rolled this transaction back to resolve a deadlock. */
  private String inATransaction(UUID token, SignedIn who, Supplier<String> work) {
    for (int again = 1; ; again++) {
      try {
        return Objects.requireNonNull(transaction.execute(status -> carriedOut(token, who, work)));
      } catch (PessimisticLockingFailureException gaveWay) {
        if (again == ATTEMPTS) {
          throw gaveWay;
        }
      }
    }
  }

  private String carriedOut(UUID token, SignedIn who, Supplier<String> work) {
    String location = work.get();
    db.sql("insert into form_sent (token, user_id, at, led_to) values (:token, :user, :at, :to)")
        .param("token", token)
        .param("user", who.user())
        .param("at", Columns.now(clock))
        .param("to", location)
        .update();
    return location;
  }

  /** Deletes tokens older than a week; daily. */
  @Scheduled(
      initialDelayString = "${schedule.pages.sent-forms.after}",
      fixedDelayString = "${schedule.pages.sent-forms.every}")
  public void forgetOld() {
    db.sql("delete from form_sent where at < :limit")
        .param("limit", Columns.at(clock.instant().minus(Duration.ofDays(7))))
        .update();
  }

  /** The redirect of a form that was processed before. */
  Optional<String> ledTo(UUID token, SignedIn who) {
    return db.sql("select led_to from form_sent where token = :token and user_id = :user")
        .param("token", token)
        .param("user", who.user())
        .query(String.class)
        .optional();
  }
}
