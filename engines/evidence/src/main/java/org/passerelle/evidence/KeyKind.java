package org.passerelle.evidence;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/**
 * Kinds of signing keys, by their names in RFC 7518. Signatures have the format of JWS and XMLDSig:
 * for elliptic curves two numbers of fixed length, concatenated.
 */
public enum KeyKind {
  /** P-256 with SHA-256. */
  ES256("SHA256withECDSAinP1363Format", "secp256r1"),
  /** P-384 with SHA-384. */
  ES384("SHA384withECDSAinP1363Format", "secp384r1"),
  /** P-521 with SHA-512. */
  ES512("SHA512withECDSAinP1363Format", "secp521r1"),
  /** RSA of 2,048 bits or more, PKCS #1 v1.5 with SHA-256. */
  RS256("SHA256withRSA", "");

  private static final int SHORTEST_RSA = 2048;
  private final String algorithm;
  private final String curve;

  KeyKind(String algorithm, String curve) {
    this.algorithm = algorithm;
    this.curve = curve;
  }

  /** The kind of a key; rejects weak and unsupported keys. */
  public static KeyKind of(PublicKey key) {
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
      return RS256;
    }
    if (key instanceof ECPublicKey point) {
      for (KeyKind kind : values()) {
        if (kind.isOn(point)) {
          return kind;
        }
      }
    }
    throw new BadCaseFile(
        "A key of the kind %s is not supported for signing. Maybe use RSA of 2,048 bits or more, or the curves P-256, P-384 or P-521."
            .formatted(key.getAlgorithm()));
  }

  /** Other curves of the same length have a different order. */
  private boolean isOn(ECPublicKey point) {
    if (curve.isEmpty()) {
      return false;
    }
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters
          .getParameterSpec(ECParameterSpec.class)
          .getOrder()
          .equals(point.getParams().getOrder());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(algorithm);
  }

  /** The algorithm by which certificates are signed, whose signatures are in DER (RFC 5758). */
  String inCertificates() {
    return algorithm.replace("inP1363Format", "");
  }

  /** Whether a signature over the bytes is valid; malformed ones are not. */
  public boolean verifies(PublicKey key, byte[] bytes, byte[] signature) {
    try {
      Signature check = signature();
      check.initVerify(key);
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
