package org.passerelle.evidence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.evidence.internal.Measure;

/**
 * Certificates by their name in signatures: the SHA-256 of the certificate in base64url without
 * padding, which RFC 7515 calls {@code x5t#S256}. Immutable.
 */
public final class Certificates {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
  private static final int LINE = 64;
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
