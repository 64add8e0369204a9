package org.passerelle.intersection;

import java.nio.charset.StandardCharsets;

/**
 * One exact value of a person, canonical: two officers who write the same fact in two scripts write
 * the same token. It is as telling as the fact itself and leaves its own side only through the
 * protocol.
 *
 * @param text without a line break
 */
public record Token(Kind kind, String text) {
  private static final String VERSION = "passerelle-token-1";

  /** What is hashed to the curve: version, kind and text, apart by line breaks. */
  public byte[] octets() {
    return (VERSION + "\n" + kind.label() + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
