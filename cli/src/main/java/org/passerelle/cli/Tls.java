package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The server's own TLS, if it has one.
 *
 * @param properties Spring properties
 * @param fingerprint SHA-256 of the certificate in hexadecimal, or empty
 */
record Tls(Map<String, String> properties, String fingerprint) {
  /** Authenticated ciphers only; all ciphers of TLS 1.3 are. */
  private static final String CIPHERS =
      "TLS_AES_256_GCM_SHA384,TLS_CHACHA20_POLY1305_SHA256,TLS_AES_128_GCM_SHA256,"
          + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
          + "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,"
          + "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  boolean used() {
    return !fingerprint.isEmpty();
  }

  static Tls of(@Nullable Path certificate, @Nullable Path privateKey) {
    if (certificate == null && privateKey == null) {
      return new Tls(Map.of(), "");
    }
    if (certificate == null || privateKey == null) {
      throw new BadInput("TLS needs both --certificate and --private-key.");
    }
    List<X509Certificate> chain = certificates(certificate);
    check(certificate, chain.get(0), privateKey, key(privateKey));
    return new Tls(
        Map.of(
            "server.ssl.certificate",
            certificate.toUri().toString(),
            "server.ssl.certificate-private-key",
            privateKey.toUri().toString(),
            "server.ssl.enabled-protocols",
            "TLSv1.3,TLSv1.2",
            "server.ssl.ciphers",
            CIPHERS),
        fingerprint(chain.get(0)));
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      List<X509Certificate> chain = PemContent.of(text(file)).getCertificates();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      // falls through to the exception below
    }
    throw new BadInput("The file %s contains no certificate in PEM format.".formatted(file));
  }

  private static PrivateKey key(Path file) {
    try {
      PrivateKey key = PemContent.of(text(file)).getPrivateKey();
      if (key != null) {
        return key;
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      // falls through to the exception below
    }
    throw new BadInput("The file %s contains no private key in PEM format.".formatted(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadInput("The file %s cannot be read: %s.".formatted(file, BadInput.sentence(e)));
    }
  }

  private static void check(
      Path certificateFile, X509Certificate certificate, Path keyFile, PrivateKey key) {
    try {
      certificate.checkValidity();
    } catch (GeneralSecurityException e) {
      throw new BadInput(
          "The certificate %s is valid from %s until %s, and not today."
              .formatted(
                  certificateFile,
                  certificate.getNotBefore().toInstant(),
                  certificate.getNotAfter().toInstant()));
    }
    if (!fits(certificate, key)) {
      throw new BadInput(
          "The private key %s does not belong to the certificate %s."
              .formatted(keyFile, certificateFile));
    }
  }

  private static boolean fits(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] sample = {1, 2, 3};
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(sample);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
