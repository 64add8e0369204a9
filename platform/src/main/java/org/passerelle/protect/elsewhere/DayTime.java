package org.passerelle.protect.elsewhere;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.passerelle.storage.Identifiers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The day that both sides count by, which is that of UTC, and chance. Threads may share it. */
@Component
class DayTime {
  /** When what was released during a day goes out, whenever somebody released it. */
  private static final LocalTime ANSWERS_GO = LocalTime.of(15, 0);

  private final Identifiers identifiers;
  private final SecureRandom random;
  private final Clock clock;
  private final LocalTime answersGo;

  /**
   * @param answersGo the same as {@link #ANSWERS_GO}, but in the demonstration of a region, which
   *     nobody wants to wait for
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

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Whether the answers of the day may go. */
  boolean answersGo() {
    return !now().toLocalTime().isBefore(answersGo);
  }

  /**
   * Until when somebody has to have released what goes today. What is released later waits for
   * tomorrow: an answer that left at any other hour would say when a person looked.
   */
  OffsetDateTime releasedUntil() {
    return answersGo.equals(ANSWERS_GO) ? now().with(ANSWERS_GO) : now();
  }

  /** When the answers of a day go. */
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
