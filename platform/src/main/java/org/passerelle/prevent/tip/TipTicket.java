package org.passerelle.prevent.tip;

import java.time.Duration;
import java.time.Instant;

/**
 * What a form for a tip was opened with. It is a secret of its writer: the return code follows from
 * it, and so the same form sent twice has the same code.
 *
 * @param text as the form sends it back
 * @param seed from which the code follows, 16 random bytes in hexadecimal
 * @param list the list of words of the code
 * @param bits difficulty of the puzzle
 * @param issued when the form was opened
 */
public record TipTicket(String text, String seed, String list, int bits, Instant issued) {
  /** How long a form can stay open. */
  static final Duration VALID = Duration.ofHours(24);

  /** How long whoever does not solve the puzzle waits, at the usual difficulty. */
  public static final Duration WAIT = Duration.ofSeconds(20);

  private static final Duration LONG_WAIT = Duration.ofMinutes(3);

  /** The time to wait without the puzzle. */
  public Duration remaining(Instant now) {
    Instant until = issued.plus(bits > TipTickets.BITS ? LONG_WAIT : WAIT);
    return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
  }
}
