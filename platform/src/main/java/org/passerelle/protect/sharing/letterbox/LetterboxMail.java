package org.passerelle.protect.sharing.letterbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.Backoff;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.mail.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notifies the guest of a letterbox by mail that something waits, through the configured relay
 * ({@code spring.mail.host} and related settings); without one nothing is mailed, and the sender
 * creates a link manually. A mail contains no name, place or reason. Each attempt creates its own
 * link until one was sent.
 */
@Component
class LetterboxMail {
  private static final Logger LOG = LoggerFactory.getLogger(LetterboxMail.class);
  private static final Backoff PAUSE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
  private final JdbcClient db;
  private final DepositedDossierRows rows;
  private final Secret secret;
  private final Letterboxes letterboxes;
  private final Languages languages;
  private final PlatformSettings settings;
  private final Relay relay;
  private final TransactionTemplate transaction;

  LetterboxMail(
      JdbcClient db,
      DepositedDossierRows rows,
      Secret secret,
      Letterboxes letterboxes,
      Languages languages,
      PlatformSettings settings,
      Relay relay,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.rows = rows;
    this.secret = secret;
    this.letterboxes = letterboxes;
    this.languages = languages;
    this.settings = settings;
    this.relay = relay;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.letterbox-mail.after}",
      fixedDelayString = "${schedule.protect.letterbox-mail.every}")
  void sendDueOnSchedule() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.warn("Mails for letterboxes could not be sent; retrying in the next run.", e);
    }
  }

  /** Sends all due mails; returns how many were sent. */
  int sendDue() {
    String address = settings.address();
    if (!relay.there() || address == null) {
      return 0;
    }
    int sent = 0;
    for (UUID referral : due()) {
      Optional<Mail> mail = transaction.execute(status -> next(referral, address));
      if (mail != null && mail.isPresent() && send(referral, mail.get())) {
        sent++;
      }
    }
    return sent;
  }

  private List<UUID> due() {
    return db.sql(
            """
            select referral from letterbox_dossier
             where mail_due_at <= :now and ended_at is null order by mail_due_at limit 50
            """)
        .param("now", rows.now())
        .query(UUID.class)
        .list();
  }

  /** Counts the attempt and writes the mail; the next attempt is made later. */
  private Optional<Mail> next(UUID referral, String address) {
    rows.hold(referral);
    DepositedDossier dossier = rows.find(referral).orElseThrow();
    Optional<Letterbox> to = letterboxes.one(dossier.letterbox()).filter(Letterbox::active);
    db.sql(
            """
            update letterbox_dossier set mail_tries = mail_tries + 1, mail_due_at = :later
             where referral = :referral
            """)
        .param("later", rows.now().plus(PAUSE.after(dossier.mailTries() + 1)))
        .param("referral", referral)
        .update();
    return to.map(box -> mail(dossier, box, address));
  }

  private Mail mail(DepositedDossier dossier, Letterbox box, String address) {
    Texts texts = languages.texts(languages.guest(box.language()));
    String text =
        dossier.mailedAt() == null
            ? texts.text(
                "letterbox.mail.first",
                address.replaceFirst("/+$", "") + "/letterbox/" + secret.link(dossier.referral()))
            : texts.text(dossier.reminds() ? "letterbox.mail.due" : "letterbox.mail.again");
    return new Mail(box.mail(), texts.text("letterbox.mail.subject"), text);
  }

  private record Mail(String to, String subject, String text) {}

  private boolean send(UUID referral, Mail mail) {
    if (!relay.send(mail.to(), mail.subject(), mail.text())) {
      return false;
    }
    db.sql(
            """
            update letterbox_dossier set mailed_at = :now, mail_due_at = null, mail_tries = 0
             where referral = :referral
            """)
        .param("now", rows.now())
        .param("referral", referral)
        .update();
    return true;
  }
}
