package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends answers: one batch a day to each asker. */
@Component
class AnswerPost {
  private final JdbcClient db;
  private final KnownLimits limits;
  private final Outbox outbox;
  private final DayTime time;
  private final SharedOffice sharedOffice;

  AnswerPost(
      JdbcClient db, KnownLimits limits, Outbox outbox, DayTime time, SharedOffice sharedOffice) {
    this.db = db;
    this.limits = limits;
    this.outbox = outbox;
    this.time = time;
    this.sharedOffice = sharedOffice;
  }

  boolean hourHasCome() {
    return time.answersGo();
  }

  /** Whether answers to this asker are sent at once instead of with the daily batch. */
  boolean goesAtOnce(DaySecrets.Pair pair) {
    return sharedOffice.between(pair.organisation(), pair.far());
  }

  OffsetDateTime now() {
    return time.now();
  }

  /** Time until which an answer must be released to be sent today. */
  OffsetDateTime releasedUntil() {
    return time.releasedUntil();
  }

  LocalDate today() {
    return time.today();
  }

  /** Records that a batch went to this asker today; false if one already did. */
  boolean first(DaySecrets.Pair pair) {
    limits.there(pair, false, time.today());
    return db.sql(
                """
                update known_day set answered = true
                 where organisation = :organisation and far = :far and not asker and on_day = :today
                   and not answered
                """)
            .param("organisation", pair.organisation())
            .param("far", pair.far())
            .param("today", time.today())
            .update()
        > 0;
  }

  /** Queues a released answer. */
  UUID put(DaySecrets.Pair pair, HitRows.Released one) {
    return outbox.put(
        new Outbox.Outgoing(
            KnownMessages.ANSWERED,
            1,
            one.question(),
            pair.organisation(),
            pair.far(),
            one.basis(),
            one.caseId(),
            KnownMessages.write(
                new KnownMessages.Answered(
                    List.of(
                        new KnownMessages.Answer(one.question(), one.band(), one.contact()))))));
  }

  /**
   * Queues the answers that nothing is released. They have an order key of their own, so that an
   * observer of subjects in transit learns nothing about the questions.
   */
  UUID put(DaySecrets.Pair pair, List<KnownMessages.Answer> answers) {
    return outbox.put(
        KnownMessages.outgoing(
            KnownMessages.ANSWERED,
            time.newId(),
            pair.organisation(),
            pair.far(),
            new KnownMessages.Answered(answers)));
  }
}
