package org.passerelle.evidence;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.passerelle.evidence.internal.Measure;

/**
 * Certificates by their name in signatures: the SHA-256 of the certificate in base64url without
 * padding, which RFC 7515 calls {@code x5t#S256}. Immutable.
 */
public final class Certificates {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
  private static final int LINE = 64;

  /** At most 20 octets, and positive (RFC 5280, 4.1.2.2). */
  private static final int SERIAL_BITS = 158;

  private final Map<String, X509Certificate> byId;

  private Certificates(Map<String, X509Certificate> byId) {
    this.byId = byId;
  }

  /** A set of certificates; duplicates are merged. */
  public static Certificates of(Collection<X509Certificate> certificates) {
    Map<String, X509Certificate> byId = new LinkedHashMap<>();
    certificates.forEach(c -> byId.put(id(c), c));
    return new Certificates(byId);
  }

  /** Parses a PEM text (RFC 7468); text between certificates is ignored. */
  public static Certificates read(String pem) {
    Map<String, X509Certificate> byId = new LinkedHashMap<>();
    Matcher found = PEM.matcher(pem);
    while (found.find()) {
      X509Certificate certificate = read(decoded(found.group(1)));
      byId.put(id(certificate), certificate);
    }
    return new Certificates(byId);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new BadCaseFile("A certificate is not valid base64. Maybe a part of it is missing.", e);
    }
  }

  /** Parses a DER certificate. */
  public static X509Certificate read(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new BadCaseFile(
          "A certificate cannot be read (%s). Maybe a part of it is missing."
              .formatted(e.getMessage()),
          e);
    }
  }

  /**
   * A certificate that a key pair issues for itself, for signatures (RFC 5280, with a random serial
   * number and the key usage {@code nonRepudiation} and {@code digitalSignature}).
   *
   * @param subject parts of the name, such as {@code CN} and {@code O}; any text is safe
   * @throws BadCaseFile if the kind of key is not supported
   */
  public static X509Certificate selfSigned(
      KeyPair keys, Map<String, String> subject, Instant from, Instant until) {
    KeyKind kind = KeyKind.of(keys.getPublic());
    try {
      X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
      subject.forEach((part, text) -> name.addRDN(BCStyle.INSTANCE.attrNameToOID(part), text));
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name.build(),
                      new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                      Date.from(from),
                      Date.from(until),
                      name.build(),
                      keys.getPublic())
                  .addExtension(
                      Extension.keyUsage,
                      true,
                      new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                  .build(
                      new JcaContentSignerBuilder(kind.inCertificates()).build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new BadCaseFile(
          "A certificate cannot be issued (%s). Maybe the key is damaged."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** The name of a certificate in signatures. */
  public static String id(X509Certificate certificate) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Measure.digest("SHA-256").digest(der(certificate)));
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new BadCaseFile("A certificate cannot be written: " + e.getMessage(), e);
    }
  }

  /** The certificate with this name, if present. */
  public Optional<X509Certificate> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All certificates. */
  public Collection<X509Certificate> all() {
    return byId.values();
  }

  /** A copy with one more certificate. */
  public Certificates with(X509Certificate certificate) {
    Map<String, X509Certificate> more = new LinkedHashMap<>(byId);
    more.put(id(certificate), certificate);
    return new Certificates(more);
  }

  /** All certificates in PEM. */
  public String pem() {
    StringBuilder text = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    for (X509Certificate certificate : byId.values()) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(lines.encodeToString(der(certificate)))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }
}
