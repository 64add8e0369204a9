package org.passerelle.evidence;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys with self-signed certificates, for invented offices. */
public final class Keys {
  /** The time of the tests. */
  public static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2120-01-01T00:00:00Z");

  private Keys() {}

  /** On the curve P-256, valid at the time of the tests. */
  public static Signatory of(String office) {
    return of(office, "secp256r1", UNTIL);
  }

  /** On a curve or, for {@code RSA}, with RSA of 2,048 bits. */
  public static Signatory of(String office, String curve, Instant until) {
    KeyPair pair = pair(curve);
    return Signatory.of(pair, certificate(office, pair, until));
  }

  static KeyPair pair(String curve) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(curve.startsWith("RSA") ? "RSA" : "EC");
      if (curve.startsWith("RSA")) {
        generator.initialize(curve.equals("RSA-1024") ? 1024 : 2048);
      } else {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static X509Certificate certificate(String office, KeyPair pair, Instant until) {
    try {
      X500Name name = new X500Name("CN=" + office + ",O=Invented,C=FR");
      String algorithm =
          pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name,
                      BigInteger.valueOf(office.hashCode()).abs().add(BigInteger.ONE),
                      Date.from(FROM),
                      Date.from(until),
                      name,
                      pair.getPublic())
                  .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
