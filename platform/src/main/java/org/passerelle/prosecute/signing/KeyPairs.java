package org.passerelle.prosecute.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;
import org.springframework.stereotype.Component;

/** Makes key pairs on P-256 with a certificate of their own, and puts stored ones together. */
@Component
class KeyPairs {
  private final SecureRandom random;

  KeyPairs(SecureRandom random) {
    this.random = random;
  }

  /** A pair that was made, with its certificate. */
  record Made(KeyPair keys, X509Certificate certificate) {
    /** The private key as it is stored, in PKCS #8. */
    byte[] secret() {
      return keys.getPrivate().getEncoded();
    }
  }

  /**
   * Makes a pair.
   *
   * @param subject parts of the certificate's name
   * @param from rounded to the second before, since certificates know no smaller unit
   */
  Made make(Map<String, String> subject, Instant from, Instant until) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair keys = pairs.generateKeyPair();
      return new Made(
          keys,
          Certificates.selfSigned(
              keys,
              subject,
              from.truncatedTo(ChronoUnit.SECONDS),
              until.truncatedTo(ChronoUnit.SECONDS)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "No key pair could be made.%nMaybe this JDK has no elliptic curves.".formatted(), e);
    }
  }

  /** A certificate as it is stored. */
  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(
          "The certificate %s cannot be written.%nMaybe it was altered."
              .formatted(Certificates.id(certificate)),
          e);
    }
  }

  /** The signatory of a stored pair. */
  static Signatory signatory(byte[] secret, X509Certificate certificate) {
    try {
      return Signatory.of(
          new KeyPair(
              certificate.getPublicKey(),
              KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(secret))),
          certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key of %s cannot be read.%nMaybe it was altered."
              .formatted(Certificates.id(certificate)),
          e);
    }
  }
}
