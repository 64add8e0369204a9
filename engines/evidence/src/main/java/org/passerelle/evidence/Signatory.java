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
 * Who signs: a private key, which may never leave its token, and its certificate. Threads may share
 * one.
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
          "The certificate of %s does not belong to this key. Maybe another file holds it."
              .formatted(name()));
    }
  }

  /** A key that the organisation holds. */
  public static Signatory of(KeyPair keys, X509Certificate certificate) {
    return new Signatory(keys.getPrivate(), certificate, null);
  }

  /** The one key of a PKCS #12 file (RFC 7292). */
  public static Signatory pkcs12(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return only(store, password, null, file.toString());
    } catch (IOException | GeneralSecurityException e) {
      throw new BadCaseFile(
          "The key file %s cannot be opened (%s). Maybe the password is another one."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * The one key of a PKCS #11 token.
   *
   * @param configuration file of the JDK's provider: {@code name=…}, {@code library=…}
   */
  public static Signatory pkcs11(Path configuration, char[] pin) {
    Provider known = Security.getProvider("SunPKCS11");
    if (known == null) {
      throw new BadCaseFile("This JDK reads no PKCS #11 tokens. Maybe use the JDK of OpenJDK.");
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
          "The token of %s cannot be opened (%s). Maybe the PIN or the library is another one."
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
              "%s holds several keys. Maybe put the one that signs into a file of its own."
                  .formatted(where));
        }
        found = new Signatory(key, certificate, token);
      }
    }
    if (found == null) {
      throw new BadCaseFile(
          "%s holds no key with its certificate. Maybe it holds certificates alone."
              .formatted(where));
    }
    return found;
  }

  /** Signs in the form of {@link KeyKind}. */
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
          "The key of %s does not sign (%s). Maybe the token was taken out."
              .formatted(name(), e.getMessage()),
          e);
    }
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Its name in signatures, as {@link Certificates} has it. */
  public String id() {
    return Certificates.id(certificate);
  }

  /** What kind of key it is. */
  public KeyKind kind() {
    return kind;
  }

  /** The holder as the certificate names them (RFC 2253). */
  public String name() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** Refuses to sign at a time at which the certificate says nothing. */
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
