package org.passerelle.prevent.tip;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.PublicProcess;
import org.passerelle.storage.keys.AgeKey;
import org.passerelle.storage.keys.NodeMarks;
import org.springframework.stereotype.Component;

/**
 * Tickets of forms, the puzzle that a browser solves for one, and the return code that follows from
 * it. Nothing of it is stored: a ticket carries its own proof, and a code is recognised by a
 * fingerprint that only this node can make. Thread-safe.
 */
@Component
@PublicProcess
class TipTickets {
  /** Leading zero bits of the puzzle: about 16,000 hashes, less than a second on a phone. */
  static final int BITS = 14;

  /** The same while a team holds off a flood. */
  static final int MORE_BITS = 17;

  private static final int SEED = 16;
  private static final int PROOF = 16;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private final NodeMarks marks;
  private final SecureRandom random;
  private final Clock clock;

  TipTickets(TipKey key, SecureRandom random, Clock clock) {
    this.marks = key.marks();
    this.random = random;
    this.clock = clock;
  }

  /** A new ticket. */
  TipTicket issue(String language, boolean guarded) {
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    byte[] body =
        ByteBuffer.allocate(2 + Long.BYTES + SEED)
            .put((byte) CodeWords.LISTS.indexOf(CodeWords.list(language)))
            .put((byte) (guarded ? MORE_BITS : BITS))
            .putLong(clock.millis())
            .put(seed)
            .array();
    byte[] whole = Arrays.copyOf(body, body.length + PROOF);
    System.arraycopy(proof(body), 0, whole, body.length, PROOF);
    return read(Base64.getUrlEncoder().withoutPadding().encodeToString(whole)).orElseThrow();
  }

  /** A ticket that this node issued and that still holds. */
  Optional<TipTicket> read(String text) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException noTicket) {
      return Optional.empty();
    }
    if (whole.length != 2 + Long.BYTES + SEED + PROOF) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(whole, whole.length - PROOF);
    byte[] proof = Arrays.copyOfRange(whole, whole.length - PROOF, whole.length);
    if (!MessageDigest.isEqual(proof, proof(body))) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(body);
    String list = CodeWords.LISTS.get(parts.get());
    int bits = parts.get();
    Instant issued = Instant.ofEpochMilli(parts.getLong());
    byte[] seed = new byte[SEED];
    parts.get(seed);
    return clock.instant().isBefore(issued.plus(TipTicket.VALID))
        ? Optional.of(new TipTicket(text, HexFormat.of().formatHex(seed), list, bits, issued))
        : Optional.empty();
  }

  /** Whether a number solves the puzzle: SHA-256 of ticket, colon and number begins with zeros. */
  static boolean isSolved(TipTicket ticket, String number) {
    if (!NUMBER.matcher(number).matches()) {
      return false;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (ticket.text() + ":" + number)
                      .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= ticket.bits();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** The return code of a ticket. */
  List<String> code(TipTicket ticket) {
    return CodeWords.of(
        ticket.list(), Arrays.copyOf(marks.of("code " + ticket.seed()), CodeWords.WORDS));
  }

  /** The fingerprint by which a code is recognised. */
  String mark(String code) {
    return HexFormat.of().formatHex(marks.of("return " + CodeWords.normal(code)));
  }

  /** The fingerprint of a ticket, by which what was added with it is recognised. */
  String markOf(TipTicket ticket) {
    return HexFormat.of().formatHex(marks.of("ticket " + ticket.seed()));
  }

  /** The key to which answers are sealed; only code and node together give it. */
  AgeKey key(String code) {
    return AgeKey.of(marks.of("reader " + CodeWords.normal(code)));
  }

  private byte[] proof(byte[] body) {
    return Arrays.copyOf(marks.of("issued " + HexFormat.of().formatHex(body)), PROOF);
  }
}
