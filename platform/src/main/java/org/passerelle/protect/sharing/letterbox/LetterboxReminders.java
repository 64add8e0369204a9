package org.passerelle.protect.sharing.letterbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.protect.sharing.handover.RecipientView;
import org.passerelle.storage.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the guest of a letterbox, who has no Today page here, of a report that is due: on its
 * day, and every week of the following month. The letterbox, which has expired by then, opens again
 * with its two secrets. After that month only the sender is reminded, who has to call.
 */
@Component
class LetterboxReminders {
  private static final Logger LOG = LoggerFactory.getLogger(LetterboxReminders.class);
  private static final Duration PAUSE = Duration.ofDays(7);
  private static final int WEEKS = 4;
  private static final String WAITING =
      """
       answer = 'accepted' and taken_back_at is null and ended_at is null
         and (reminded_at is null or reminded_at <= :before)
      """;
  private final JdbcClient db;
  private final Letterboxes letterboxes;
  private final RecipientView far;
  private final Clock clock;
  private final TransactionTemplate transaction;

  LetterboxReminders(
      JdbcClient db,
      Letterboxes letterboxes,
      RecipientView far,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.letterboxes = letterboxes;
    this.far = far;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Checks hand-overs with a possibly due report, each on its own, so that an unreadable one does
   * not block the others.
   *
   * @return number of reminders; they are mailed together with other notifications
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.letterbox-reminders.after}",
      fixedDelayString = "${schedule.protect.letterbox-reminders.every}")
  int check() {
    Instant now = clock.instant();
    LocalDate today = Days.newest(now);
    List<UUID> open =
        letterboxes.letterboxes().stream().filter(Letterbox::active).map(Letterbox::id).toList();
    Set<UUID> waiting = waiting(now);
    List<RecipientView.Given> near =
        waiting.isEmpty()
            ? List.of()
            : far.maybeDue(open, today).stream().filter(one -> waiting.contains(one.id())).toList();
    int made = 0;
    for (RecipientView.Given one : near) {
      try {
        boolean reminded =
            Boolean.TRUE.equals(
                transaction.execute(status -> isDue(one, today) && remind(one.id(), now)));
        made += reminded ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.warn("A reminder for a letterbox failed; retrying in the next run.", e);
      }
    }
    return made;
  }

  /** Accepted dossiers whose reader was not reminded recently. */
  private Set<UUID> waiting(Instant now) {
    return Set.copyOf(
        db.sql("select referral from letterbox_dossier where " + WAITING)
            .param("before", Columns.at(now.minus(PAUSE)))
            .query(UUID.class)
            .list());
  }

  private boolean isDue(RecipientView.Given one, LocalDate today) {
    return far.nextReports(one.id(), one.sender()).stream()
        .map(RecipientView.Report::on)
        .anyMatch(on -> !on.isAfter(today) && !on.plusWeeks(WEEKS).isBefore(today));
  }

  /**
   * Marks one reminder, once even with concurrent checks; if a notification of something new is
   * due, that takes precedence.
   */
  private boolean remind(UUID referral, Instant now) {
    return db.sql(
                """
            update letterbox_dossier
               set reminded_at = :now, ends_at = :ends, mail_reminds = mail_due_at is null or mail_reminds,
                   mail_due_at = coalesce(mail_due_at, :now)
             where referral = :referral and
            """
                    + WAITING)
            .param("now", Columns.at(now))
            .param("ends", Columns.at(now.plus(DepositedDossierRows.OPEN)))
            .param("before", Columns.at(now.minus(PAUSE)))
            .param("referral", referral)
            .update()
        == 1;
  }
}
