package org.passerelle.storage;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.passerelle.PublicProcess;
import org.springframework.stereotype.Component;

/**
 * Generates identifiers (128 random bits, globally unique, never derived from data) and the short
 * codes that people see.
 */
@Component
@PublicProcess
public class Identifiers {
  private static final char[] CODE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray();
  private final SecureRandom random;
  private static final ThreadLocal<RandomGenerator> SEEDED = new ThreadLocal<>();

  public Identifiers(SecureRandom random) {
    this.random = random;
  }

  /** A new identifier of 128 random bits (a UUID's version bits are random too). */
  public UUID next() {
    RandomGenerator source = source();
    return new UUID(source.nextLong(), source.nextLong());
  }

  /**
   * A short code without meaning, such as {@code 7UJ-HPN}: no country, year or counter, and no
   * letter that is easily mistaken for a digit. There are about 887 million; a unique index catches
   * the rare duplicate.
   */
  public String shortCode() {
    StringBuilder code = new StringBuilder(7);
    for (int i = 0; i < 6; i++) {
      if (i == 3) {
        code.append('-');
      }
      code.append(CODE[source().nextInt(CODE.length)]);
    }
    return code.toString();
  }

  /**
   * Draws from a seeded source while the work runs on this thread. The demonstration uses it to be
   * the same each time.
   */
  public void drawnFrom(RandomGenerator source, Runnable work) {
    SEEDED.set(source);
    try {
      work.run();
    } finally {
      SEEDED.remove();
    }
  }

  private RandomGenerator source() {
    RandomGenerator source = SEEDED.get();
    return source == null ? random : source;
  }
}
