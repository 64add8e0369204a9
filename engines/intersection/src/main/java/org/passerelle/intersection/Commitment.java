package org.passerelle.intersection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;

/**
 * The asked side's commitment before anything is compared: the number of findable files and of
 * their tokens. A side that pads its set with a dictionary of guesses has to sign its size.
 *
 * @param digest SHA-256 of the offered points
 */
public record Commitment(Exchange exchange, int files, int tokens, byte[] digest) {
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  /** The signed text: one fact per line. */
  public byte[] octets() {
    return String.join(
            "\n",
            "passerelle-standing-set-1",
            exchange.asked(),
            exchange.asker(),
            exchange.day().toString(),
            Integer.toString(files),
            Integer.toString(tokens),
            HexFormat.of().formatHex(digest))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Signs with the asked node's signing key (ES256). */
  public byte[] signed(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(octets());
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The key of %s cannot sign.".formatted(exchange), e);
    }
  }

  /** Whether the asked node signed exactly this. */
  public boolean isSigned(byte[] signed, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(octets());
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
