package org.passerelle.evidence;

import java.util.regex.Pattern;

/**
 * Size and digests of bytes, as measured at intake.
 *
 * @param size in bytes
 * @param sha256 SHA-256 (FIPS 180-4), 64 hexadecimal digits in lower case
 * @param sha512 SHA-512, 128 hexadecimal digits in lower case
 */
public record Digests(long size, String sha256, String sha512) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA_512 = Pattern.compile("[0-9a-f]{128}");

  /** Rejects malformed digests. */
  public Digests {
    if (size < 0 || !SHA_256.matcher(sha256).matches() || !SHA_512.matcher(sha512).matches()) {
      throw new IllegalArgumentException(
          "Not a size of at least 0 with 64 and 128 hexadecimal digits: %d, %s, %s."
              .formatted(size, sha256, sha512));
    }
  }
}
