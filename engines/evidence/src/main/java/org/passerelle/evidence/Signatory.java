package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A signing key, which may never leave its token, with its certificate. Safe for concurrent use.
 */
public final class Signatory {
  private final PrivateKey key;
  private final X509Certificate certificate;
  private final @Nullable Provider token;
  private final KeyKind kind;

  private Signatory(PrivateKey key, X509Certificate certificate, @Nullable Provider token) {
    this.key = key;
    this.certificate = certificate;
    this.token = token;
    this.kind = KeyKind.of(certificate.getPublicKey());
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    if (!kind.verifies(certificate.getPublicKey(), probe, sign(probe))) {
      throw new BadCaseFile(
          "The certificate of %s does not belong to this key. Maybe another file contains it."
              .formatted(name()));
    }
  }

  /** A key pair in memory. */
  public static Signatory of(KeyPair keys, X509Certificate certificate) {
    return new Signatory(keys.getPrivate(), certificate, null);
  }

  /** The only key of a PKCS #12 file (RFC 7292). */
  public static Signatory pkcs12(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      return pkcs12(in, password, file.toString());
    } catch (IOException e) {
      throw new BadCaseFile(
          "The key file %s cannot be opened (%s). Maybe its path is mistyped."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * The only key of a PKCS #12 stream, which the caller closes.
   *
   * @param name the file's, for messages
   */
  public static Signatory pkcs12(InputStream in, char[] password, String name) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return only(store, password, null, name);
    } catch (IOException | GeneralSecurityException e) {
      throw new BadCaseFile(
          "The key file %s cannot be opened (%s). Maybe the password is wrong."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /**
   * The only key of a PKCS #11 token.
   *
   * @param configuration configuration file of the JDK's provider: {@code name=…}, {@code
   *     library=…}
   */
  public static Signatory pkcs11(Path configuration, char[] pin) {
    Provider known = Security.getProvider("SunPKCS11");
    if (known == null) {
      throw new BadCaseFile("This JDK does not support PKCS #11 tokens. Maybe use OpenJDK.");
    }
    try {
      Provider token = known.configure(configuration.toString());
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, pin);
      return only(store, pin, token, configuration.toString());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      if (e instanceof BadCaseFile refused) {
        throw refused;
      }
      throw new BadCaseFile(
          "The token of %s cannot be opened (%s). Maybe the PIN or the library is wrong."
              .formatted(configuration, e.getMessage()),
          e);
    }
  }

  private static Signatory only(
      KeyStore store, char[] password, @Nullable Provider token, String where)
      throws GeneralSecurityException {
    Signatory found = null;
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)
          && store.getKey(alias, password) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        if (found != null) {
          throw new BadCaseFile(
              "%s contains several keys. Maybe put the signing key into a separate file."
                  .formatted(where));
        }
        found = new Signatory(key, certificate, token);
      }
    }
    if (found == null) {
      throw new BadCaseFile(
          "%s contains no key with its certificate. Maybe it contains certificates only."
              .formatted(where));
    }
    return found;
  }

  /** Signs in the format of {@link KeyKind}. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature =
          token == null
              ? kind.signature()
              : Signature.getInstance(kind.signature().getAlgorithm(), token);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new BadCaseFile(
          "The key of %s cannot sign (%s). Maybe the token was removed."
              .formatted(name(), e.getMessage()),
          e);
    }
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Its name in signatures, as in {@link Certificates}. */
  public String id() {
    return Certificates.id(certificate);
  }

  /** The kind of the key. */
  public KeyKind kind() {
    return kind;
  }

  /** The holder's name in the certificate (RFC 2253). */
  public String name() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** Rejects a time outside the certificate's validity. */
  public void refuseOutside(Instant at) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (at.isBefore(from) || at.isAfter(until)) {
      throw new BadCaseFile(
          "The certificate of %s is valid from %s to %s, and it is %s. Maybe a new one was issued."
              .formatted(name(), from, until, at));
    }
  }
}
