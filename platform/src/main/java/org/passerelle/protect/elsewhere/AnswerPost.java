package org.passerelle.protect.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The post that takes answers along: one round a day to each asker. */
@Component
class AnswerPost {
  private final JdbcClient db;
  private final KnownLimits limits;
  private final Outbox outbox;
  private final DayTime time;
  private final AtOnce atOnce;

  AnswerPost(JdbcClient db, KnownLimits limits, Outbox outbox, DayTime time, AtOnce atOnce) {
    this.db = db;
    this.limits = limits;
    this.outbox = outbox;
    this.time = time;
    this.atOnce = atOnce;
  }

  boolean hourHasCome() {
    return time.answersGo();
  }

  /** Whether what is released to an asker does not wait for the hour. */
  boolean goesAtOnce(DaySecrets.Pair pair) {
    return atOnce.between(pair.organisation(), pair.far());
  }

  OffsetDateTime now() {
    return time.now();
  }

  /** Until when something has to have been released to go today. */
  OffsetDateTime releasedUntil() {
    return time.releasedUntil();
  }

  LocalDate today() {
    return time.today();
  }

  /** Whether nothing went to this asker today; from now on something did. */
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

  /** What somebody released. */
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
   * That nothing is released. Under a number of its own: who reads subjects on the way learns
   * nothing of the questions.
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
