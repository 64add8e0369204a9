package org.passerelle.protect.identity.elsewhere;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.springframework.stereotype.Component;

/**
 * Receives messages on either side. Stores data to be compared without comparing them, so that a
 * confirmation takes equally long whatever is found; ignores rounds and questions of other
 * organisations.
 */
@Component
class KnownReceiver implements Receiver {
  private final RoundRows rounds;
  private final DaySecrets secrets;
  private final AskedRows asked;
  private final ReceivedAnswers answers;
  private final KnownLimits limits;
  private final AuditLog audit;
  private final DayTime time;

  KnownReceiver(
      RoundRows rounds,
      DaySecrets secrets,
      AskedRows asked,
      ReceivedAnswers answers,
      KnownLimits limits,
      AuditLog audit,
      DayTime time) {
    this.rounds = rounds;
    this.secrets = secrets;
    this.asked = asked;
    this.answers = answers;
    this.limits = limits;
    this.audit = audit;
    this.time = time;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        KnownMessages.WANTED,
        KnownMessages.OFFERED,
        KnownMessages.RAISED,
        KnownMessages.ASKED,
        KnownMessages.LOST,
        KnownMessages.ANSWERED,
        KnownMessages.ENDED);
  }

  @Override
  public void receive(Received message) {
    DaySecrets.Pair pair = new DaySecrets.Pair(message.recipient(), message.sender());
    String body = message.payload();
    try {
      switch (message.type()) {
        case KnownMessages.WANTED ->
            wanted(KnownMessages.read(body, KnownMessages.Wanted.class), pair);
        case KnownMessages.OFFERED ->
            fitting(secrets.take(KnownMessages.read(body, KnownMessages.Offered.class), pair));
        case KnownMessages.RAISED ->
            fitting(secrets.take(KnownMessages.read(body, KnownMessages.RaisedPart.class), pair));
        case KnownMessages.ASKED ->
            asked(KnownMessages.read(body, KnownMessages.Asked.class), pair);
        case KnownMessages.LOST ->
            answers.lost(KnownMessages.read(body, KnownMessages.Lost.class).round(), pair);
        case KnownMessages.ANSWERED ->
            answers.answered(KnownMessages.read(body, KnownMessages.Answered.class), pair);
        default -> asked.end(KnownMessages.read(body, KnownMessages.Ended.class).question(), pair);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
  }

  /**
   * Rejects data that differ in size from what was signed; the sender is told, and it is logged.
   */
  private static void fitting(boolean taken) {
    if (!taken) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "points");
    }
  }

  /** Accepts the date of either clock; a set is offered only a few times a day. */
  private void wanted(KnownMessages.Wanted wanted, DaySecrets.Pair pair) {
    LocalDate day = wanted.on();
    LocalDate today = time.today();
    if (!day.isBefore(today.minusDays(1))
        && !day.isAfter(today.plusDays(1))
        && rounds.ofDay(pair, false, day).size() < RoundRows.A_DAY) {
      rounds.begin(wanted.round(), pair, false, day);
      if (wanted.near() != null) {
        secrets.keepNear(wanted.round(), KnownMessages.octets(wanted.near()), day);
      }
    }
  }

  private void asked(KnownMessages.Asked message, DaySecrets.Pair pair) {
    if (rounds.find(message.round(), pair, false).isEmpty()) {
      return;
    }
    int within = limits.count(pair, false, message.questions().size());
    LocalDate today = time.today();
    for (KnownMessages.Marked one : message.questions().subList(0, within)) {
      if (asked.take(pair, message, one, today)) {
        audit.writeByHouse(
            pair.organisation(),
            "known.question",
            "question",
            one.question(),
            Map.of(
                "asker", pair.far().toString(),
                "purpose", message.purpose(),
                "basis", message.basis(),
                "round", message.round().toString()));
      }
    }
  }
}
