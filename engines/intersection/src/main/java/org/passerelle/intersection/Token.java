package org.passerelle.intersection;

import java.nio.charset.StandardCharsets;

/**
 * A canonical exact value of a person: two officers who write the same fact in two scripts produce
 * the same token. It is as sensitive as the fact itself and leaves its own side only through the
 * protocol.
 *
 * @param text without line breaks
 */
public record Token(Kind kind, String text) {
  private static final String VERSION = "passerelle-token-1";

  /** The bytes to be hashed to the curve: version, kind and text, separated by line breaks. */
  public byte[] octets() {
    return (VERSION + "\n" + kind.label() + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
