package org.passerelle.protect.identity.elsewhere;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The day used by both sides, in UTC, and random numbers. Thread-safe. */
@Component
public class DayTime {
  /** Time of day at which answers are sent, regardless of when they were released. */
  private static final LocalTime ANSWERS_GO = LocalTime.of(15, 0);

  private final Identifiers identifiers;
  private final SecureRandom random;
  private final Clock clock;
  private final LocalTime answersGo;

  /**
   * @param answersGo the same as {@link #ANSWERS_GO}, except in demonstrations, where nobody wants
   *     to wait
   */
  DayTime(
      Identifiers identifiers,
      SecureRandom random,
      Clock clock,
      @Value("${passerelle.region-answers-go:15:00}") String answersGo) {
    this.identifiers = identifiers;
    this.random = random;
    this.clock = clock;
    this.answersGo = LocalTime.parse(answersGo);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  public OffsetDateTime now() {
    return Columns.now(clock);
  }

  /** Whether today's answers may be sent. */
  boolean answersGo() {
    return !now().toLocalTime().isBefore(answersGo);
  }

  /**
   * Time until which an answer must be released to be sent today. Later ones wait until tomorrow:
   * an answer sent at any other time would reveal when somebody looked at it.
   */
  OffsetDateTime releasedUntil() {
    return answersGo.equals(ANSWERS_GO) ? now().with(ANSWERS_GO) : now();
  }

  /** When the answers of a day are sent. */
  static Instant answersOf(LocalDate day) {
    return day.atTime(ANSWERS_GO).toInstant(ZoneOffset.UTC);
  }

  UUID newId() {
    return identifiers.next();
  }

  SecureRandom random() {
    return random;
  }
}
