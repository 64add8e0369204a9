package org.passerelle.steer.letter.mailing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.gate.Backoff;
import org.passerelle.mail.Circular;
import org.passerelle.mail.CircularRelay;
import org.passerelle.mail.CircularRelay.Outcome;
import org.passerelle.steer.letter.mailing.DeliveryRows.Due;
import org.passerelle.steer.letter.mailing.DeliveryRows.State;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, in batches over one connection. That a mail was handed over is stored while
 * the relay still lacks its last line, and each statement commits by itself: whatever ends the
 * process, no mail is sent twice (decision 0139).
 */
@Component
class LetterSender {
  private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);
  private static final Backoff PAUSE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
  private static final int BATCH = 50;

  /** Three days and two and a half hours. */
  private static final int TRIES = 20;

  private final SubscriberRows subscribers;
  private final Subscribers bounces;
  private final DeliveryRows rows;
  private final LetterMails mails;
  private final CircularRelay relay;
  private final Identifiers identifiers;

  LetterSender(
      SubscriberRows subscribers,
      Subscribers bounces,
      DeliveryRows rows,
      LetterMails mails,
      CircularRelay relay,
      Identifiers identifiers) {
    this.subscribers = subscribers;
    this.bounces = bounces;
    this.rows = rows;
    this.mails = mails;
    this.relay = relay;
    this.identifiers = identifiers;
  }

  @Scheduled(
      initialDelayString = "${schedule.steer.letter-mail.after}",
      fixedDelayString = "${schedule.steer.letter-mail.every}")
  void sendDueOnSchedule() {
    try {
      while (sendDue() == BATCH) {
        LOG.debug("Another batch of the letter is due.");
      }
    } catch (RuntimeException e) {
      LOG.warn("Mails of the letter could not be sent; retrying in the next run.", e);
    }
  }

  /** Sends a batch of links and a batch of issues; returns how many issues were looked at. */
  int sendDue() {
    if (!bounces.offered()) {
      return 0;
    }
    sendLinks();
    return sendIssues();
  }

  private void sendLinks() {
    List<SubscriberRows.Due> due = subscribers.due(BATCH);
    Map<UUID, SubscriberRows.Due> byMail = new HashMap<>();
    List<Circular> written = new ArrayList<>();
    for (SubscriberRows.Due one : due) {
      UUID id = identifiers.next();
      byMail.put(id, one);
      written.add(mails.confirmation(one.subscriber(), id));
    }
    if (written.isEmpty()) {
      return;
    }
    relay.send(
        written,
        new CircularRelay.Log() {
          @Override
          public boolean ending(Circular mail) {
            return true;
          }

          @Override
          public void ended(Circular mail, Outcome outcome) {
            SubscriberRows.Due one = byMail.get(mail.id());
            if (one == null) {
              return;
            }
            UUID id = one.subscriber().id();
            if (outcome == Outcome.LATER && one.tries() < TRIES) {
              subscribers.later(id, PAUSE.after(one.tries() + 1));
            } else {
              subscribers.mailed(id);
            }
          }
        });
  }

  private int sendIssues() {
    List<Due> due = rows.due(BATCH);
    Map<UUID, Due> byMail = new HashMap<>();
    List<Circular> written = new ArrayList<>();
    Map<List<Object>, Optional<LetterMails.Issue>> issues = new HashMap<>();
    for (Due one : due) {
      // derived, so that it is the same after a restart
      UUID id =
          new UUID(
              one.sending().getMostSignificantBits(), one.subscriber().getLeastSignificantBits());
      Optional<LetterMails.Issue> issue =
          issues.computeIfAbsent(
              List.of(one.letter(), one.version(), one.language()),
              of -> mails.issue(one.letter(), one.version(), one.language()));
      Optional<Circular> mail =
          issue.flatMap(i -> subscribers.find(one.subscriber()).map(to -> mails.to(to, i, id)));
      if (mail.isPresent()) {
        byMail.put(id, one);
        written.add(mail.get());
      } else {
        rows.move(one, State.WAITING, State.LEFT);
      }
    }
    if (!written.isEmpty()) {
      relay.send(written, new Deliveries(byMail));
    }
    return due.size();
  }

  private final class Deliveries implements CircularRelay.Log {
    private final Map<UUID, Due> byMail;
    private final Set<UUID> handed = new HashSet<>();

    Deliveries(Map<UUID, Due> byMail) {
      this.byMail = byMail;
    }

    @Override
    public boolean ending(Circular mail) {
      Due due = byMail.get(mail.id());
      return due != null && rows.move(due, State.WAITING, State.HANDED) && handed.add(mail.id());
    }

    @Override
    public void ended(Circular mail, Outcome outcome) {
      Due due = byMail.get(mail.id());
      if (due == null) {
        return;
      }
      // what somebody else handed over stays theirs
      State from = handed.contains(mail.id()) ? State.HANDED : State.WAITING;
      switch (outcome) {
        case SENT -> {
          if (rows.move(due, from, State.SENT)) {
            subscribers.taken(due.subscriber());
          }
        }
        case REFUSED -> {
          if (rows.move(due, from, State.REFUSED)) {
            bounces.refused(due.subscriber());
          }
        }
        case REJECTED -> rows.move(due, from, State.REFUSED);
        case LATER -> {
          if (due.tries() < TRIES) {
            rows.later(due, from, PAUSE.after(due.tries() + 1));
          } else {
            rows.move(due, from, State.REFUSED);
          }
        }
        case UNKNOWN ->
            LOG.warn("A mail of the letter was handed over, and the relay did not answer.");
      }
    }
  }
}
