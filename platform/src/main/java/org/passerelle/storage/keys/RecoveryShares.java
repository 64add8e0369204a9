package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.passerelle.storage.Sha256;

/**
 * Splits the node's key into three shares: any two restore it, and one alone reveals nothing
 * (Shamir, How to share a secret, CACM 1979). A share is one line to be kept on paper: {@code
 * passerelle-share NUMBER KEY-MARK HEX CHECK}.
 */
public final class RecoveryShares {
  private static final String WORD = "passerelle-share";
  private static final int SHARES = 3;
  private static final int NEEDED = 2;
  private static final int BYTES = 32;
  private static final int CHECK = 8;

  private RecoveryShares() {}

  /** The three lines. */
  public static List<String> split(NodeKeyFile key, SecureRandom random) {
    ShamirSplitSecretShare[] shares =
        splitter(random).resplit(key.key(), NEEDED, SHARES).getSecretShares();
    List<String> lines = new ArrayList<>();
    String mark = mark(key.key());
    for (int i = 0; i < SHARES; i++) {
      byte[] content = encoded(shares[i]);
      String line = "%s %d %s %s".formatted(WORD, i + 1, mark, HexFormat.of().formatHex(content));
      lines.add(line + " " + check(line));
    }
    return lines;
  }

  private static byte[] encoded(ShamirSplitSecretShare share) {
    try {
      return share.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ShamirSecretSplitter splitter(SecureRandom random) {
    return ShamirSecretSplitter.getInstance(ShamirSecretSplitter.Algorithm.AES, BYTES, random);
  }

  /**
   * Restores the key from two different shares.
   *
   * @throws IllegalArgumentException with a sentence if a share was mistyped, is the same twice, or
   *     belongs to another key
   */
  public static byte[] join(String one, String other) {
    Share first = Share.of(one);
    Share second = Share.of(other);
    if (first.number == second.number) {
      throw new IllegalArgumentException(
          "Both are share %d. Two different ones are needed.".formatted(first.number));
    }
    if (!first.mark.equals(second.mark)) {
      throw new IllegalArgumentException(
          "The two shares belong to different keys (%s and %s)."
              .formatted(first.mark, second.mark));
    }
    byte[] key = joined(first, second);
    if (!mark(key).equals(first.mark)) {
      throw new IllegalArgumentException(
          "The two shares do not yield the key they are marked with.");
    }
    return key;
  }

  private static byte[] joined(Share first, Share second) {
    try {
      return ShamirSplitSecret.getInstance(
              ShamirSecretSplitter.Algorithm.AES,
              new ShamirSplitSecretShare[] {
                new ShamirSplitSecretShare(first.content, first.number),
                new ShamirSplitSecretShare(second.content, second.number)
              })
          .getSecret();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mark(byte[] key) {
    return Sha256.of(Arrays.copyOf(key, key.length)).substring(0, CHECK);
  }

  private static String check(String line) {
    return Sha256.of(line).substring(0, CHECK);
  }

  private record Share(int number, String mark, byte[] content) {
    static Share of(String line) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length != 5
          || !parts[0].equals(WORD)
          || !parts[1].matches("[1-3]")
          || !parts[3].matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "A share is a line of five words that begins with %s.".formatted(WORD));
      }
      if (!check(String.join(" ", Arrays.asList(parts).subList(0, 4))).equals(parts[4])) {
        throw new IllegalArgumentException(
            "Share %s was mistyped: its checksum does not match.".formatted(parts[1]));
      }
      return new Share(Integer.parseInt(parts[1]), parts[2], HexFormat.of().parseHex(parts[3]));
    }
  }
}
