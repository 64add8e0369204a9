package org.passerelle.prevent.tip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.keys.AgeKey;

/**
 * Sealed tips (age-encryption.org/v1): each is padded to one of three sizes before it is sealed, so
 * that its length tells nothing but the class. Thread-safe.
 */
public final class TipEnvelope {
  /** Sizes before sealing, in bytes. */
  public static final List<Integer> SIZES = List.of(16 << 10, 256 << 10, 4 << 20);

  private static final byte[] BEGINS =
      "age-encryption.org/v1\n-> X25519 ".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 512;

  /** Padding of JSON is white space. */
  private static final byte PAD = ' ';

  private TipEnvelope() {}

  /** The sizes in words, for the script of the page. */
  public static String sizes() {
    return SIZES.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * Seals a tip.
   *
   * @throws Refused if it is larger than the largest size
   */
  static byte[] seal(TipContent content, String recipient) {
    byte[] json = content.json();
    int size =
        SIZES.stream()
            .filter(one -> one >= json.length)
            .findFirst()
            .orElseThrow(() -> new Refused("tips.refused.large", SIZES.get(2) >> 20));
    byte[] padded = Arrays.copyOf(json, size);
    Arrays.fill(padded, json.length, size, PAD);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(size + HEADER);
    try (OutputStream out = AgeKey.sealing(sealed, recipient)) {
      out.write(padded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sealed.toByteArray();
  }

  /** Whether bytes look like a tip that a browser sealed: the header, and one of the lengths. */
  static boolean isSealed(byte[] bytes) {
    boolean begins =
        bytes.length > BEGINS.length
            && Arrays.equals(bytes, 0, BEGINS.length, BEGINS, 0, BEGINS.length);
    return begins
        && SIZES.stream()
            .anyMatch(size -> bytes.length > size && bytes.length < size + size / 2048 + HEADER);
  }

  /** The content; empty if it does not open, or is no tip. */
  static Optional<TipContent> open(byte[] sealed, AgeKey key) {
    try (InputStream in = AgeKey.opening(new ByteArrayInputStream(sealed), List.of(key))) {
      return TipContent.read(in.readNBytes(SIZES.get(2) + 1));
    } catch (IOException | RuntimeException damaged) {
      // the library reports truncated files with various exceptions
      return Optional.empty();
    }
  }
}
