package org.passerelle.partner.nodes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The certificate with which a connection was opened: of this server's own TLS, or as the proxy in
 * front hands it on. The header counts only in a request that came by the proxy which the operator
 * named; a client that writes it itself shows nothing.
 */
final class ShownCertificate {
  /** As nginx writes {@code $ssl_client_escaped_cert}: PEM, its signs escaped as in an address. */
  static final String HEADER = "Passerelle-Certificate";

  private static final String OWN_TLS = "jakarta.servlet.request.X509Certificate";

  /** Set by the server where it believed the proxy who asks, and by nobody else. */
  private static final String BY_PROXY = "org.apache.tomcat.request.forwarded";

  private static final int LONGEST = 8_000;

  private ShownCertificate() {}

  /** Its SHA-256 in hexadecimal digits, if one was shown. */
  static Optional<String> of(HttpServletRequest request) {
    if (request.getAttribute(OWN_TLS) instanceof X509Certificate[] chain && chain.length > 0) {
      return Optional.of(sha256(chain[0]));
    }
    String header = request.getHeader(HEADER);
    return header == null
            || header.length() > LONGEST
            || !Boolean.TRUE.equals(request.getAttribute(BY_PROXY))
        ? Optional.empty()
        : read(header).map(ShownCertificate::sha256);
  }

  private static Optional<X509Certificate> read(String escaped) {
    try {
      byte[] pem =
          URLDecoder.decode(escaped, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(pem)));
    } catch (CertificateException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
