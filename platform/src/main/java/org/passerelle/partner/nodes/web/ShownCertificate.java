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
 * The client certificate of a connection: from this server's own TLS, or as forwarded by the
 * reverse proxy. The header counts only in a request from the proxy that the operator configured; a
 * client that sends it directly is not believed.
 */
final class ShownCertificate {
  /** Format of nginx's {@code $ssl_client_escaped_cert}: PEM, URL-encoded. */
  static final String HEADER = "Passerelle-Certificate";

  private static final String OWN_TLS = "jakarta.servlet.request.X509Certificate";

  /** Set only by the server, when the request came from a trusted proxy. */
  private static final String BY_PROXY = "org.apache.tomcat.request.forwarded";

  private static final int LONGEST = 8_000;

  private ShownCertificate() {}

  /** SHA-256 of the certificate in hexadecimal digits, if one was presented. */
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
