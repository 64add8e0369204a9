package org.passerelle.linkage.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.linkage.BadRecords;

/**
 * A secret that both partners hold and nobody else. From one file a key of its own is derived for
 * each purpose and pair of partners, so that encodings made for one cannot be compared with those
 * made for another (HKDF with SHA-256, RFC 5869). Immutable; threads share it.
 */
public final class EncodingKey {
  private static final int LEAST = 16;
  private static final int MOST = 65_536;
  private static final String ALGORITHM = "HmacSHA256";
  private final byte[] key;

  private EncodingKey(byte[] key) {
    this.key = key;
  }

  /**
   * Reads the secret of a file: any bytes, from {@value #LEAST}; blanks and line ends around it do
   * not count.
   *
   * @throws BadRecords if the file cannot be a key
   */
  public static EncodingKey read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadRecords("There is no key file %s. Maybe the path is mistyped.".formatted(file));
    }
    if (Files.size(file) > MOST) {
      throw new BadRecords(
          "%s is not a key: it has %d bytes. Maybe another file is meant."
              .formatted(file, Files.size(file)));
    }
    byte[] secret = stripped(Files.readAllBytes(file));
    if (secret.length < LEAST || distinct(secret) < 5) {
      throw new BadRecords(
          "%s is not a key: at least %d bytes that nobody can guess are expected. Maybe make one with"
                  .formatted(file, LEAST)
              + " openssl rand -hex 32.");
    }
    return of(secret);
  }

  /** From a secret. */
  public static EncodingKey of(byte[] secret) {
    return new EncodingKey(mac("passerelle/linkage/1".getBytes(StandardCharsets.UTF_8), secret));
  }

  private static byte[] stripped(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static long distinct(byte[] bytes) {
    boolean[] seen = new boolean[256];
    for (byte b : bytes) {
      seen[b & 255] = true;
    }
    int n = 0;
    for (boolean s : seen) {
      n += s ? 1 : 0;
    }
    return n;
  }

  /**
   * The key for a purpose and the partners who compare; their order does not matter.
   *
   * @param purpose in a few words, the same on both sides
   */
  public EncodingKey derived(String purpose, List<String> partners) {
    String info =
        "for|"
            + purpose.strip()
            + "|"
            + partners.stream().sorted().collect(Collectors.joining("|"));
    return derived(info);
  }

  /** A key of its own for a use within a scheme. */
  EncodingKey derived(String info) {
    byte[] label = info.getBytes(StandardCharsets.UTF_8);
    return new EncodingKey(
        mac(key, ByteBuffer.allocate(label.length + 1).put(label).put((byte) 1).array()));
  }

  /**
   * Tells whether two files were made with one key, and nothing else of it: 8 hexadecimal digits.
   */
  public String fingerprint() {
    return HexFormat.of().formatHex(derived("fingerprint").key, 0, 4);
  }

  /** 32 bytes that nobody without the key can tell from random ones. */
  byte[] random(byte[] input) {
    return mac(key, input);
  }

  /** For many calls of {@link #random} by one thread. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
    }
  }

  private static byte[] mac(byte[] key, byte[] input) {
    return new EncodingKey(key).mac().doFinal(input);
  }
}
