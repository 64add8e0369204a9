package org.passerelle.storage.keys;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * A pair of keys (X25519) for files in the format of age (age-encryption.org/v1): whoever has the
 * recipient seals, whoever has the identity opens, with any program that knows the format.
 */
public final class AgeKey {
  /** Bytes of the secret half. */
  public static final int BYTES = 32;

  private static final int BUFFER = 1 << 16;
  private final byte[] secret;

  private AgeKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * The pair of a secret half.
   *
   * @throws IllegalArgumentException if it has not 32 bytes
   */
  public static AgeKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "A secret half has %d bytes, not %d.".formatted(BYTES, secret.length));
    }
    return new AgeKey(secret);
  }

  /** A new pair. */
  public static AgeKey fresh(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new AgeKey(secret);
  }

  /** The secret half, to be kept sealed. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The open half as other programs take it: {@code age1…}. */
  public String recipient() {
    byte[] open = new X25519PrivateKeyParameters(secret, 0).generatePublicKey().getEncoded();
    return Bech32.getEncoder().encode("age", open).toString();
  }

  /** The secret half as other programs take it: {@code AGE-SECRET-KEY-1…}. */
  public CharSequence identity() {
    return Bech32.getEncoder().encode("AGE-SECRET-KEY-", secret);
  }

  /**
   * What is written comes out sealed; close it, or it does not open.
   *
   * @param recipient {@code age1…}
   */
  public static OutputStream sealing(OutputStream out, String recipient) throws IOException {
    try {
      return new BufferedOutputStream(
          Channels.newOutputStream(
              new StandardEncryptingChannelFactory()
                  .newEncryptingChannel(
                      Channels.newChannel(out),
                      List.of(
                          X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)))),
          BUFFER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens with whichever of the keys it was sealed for. Reading fails where the file was cut off or
   * altered.
   *
   * @throws NotForThese if it was sealed for none of them
   * @throws IOException if it is no such file
   */
  public static InputStream opening(InputStream in, List<AgeKey> keys) throws IOException {
    try {
      List<RecipientStanzaReader> readers = new ArrayList<>();
      for (AgeKey key : keys) {
        readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key.identity()));
      }
      return new BufferedInputStream(
          Channels.newInputStream(
              new StandardDecryptingChannelFactory()
                  .newDecryptingChannel(Channels.newChannel(in), readers)),
          BUFFER);
    } catch (UnsupportedRecipientStanzaException none) {
      throw new NotForThese(none);
    } catch (GeneralSecurityException damaged) {
      throw new IOException("It does not begin as a sealed file does.", damaged);
    }
  }

  /** Sealed for somebody else, or for a key that is gone. */
  public static final class NotForThese extends IOException {
    private static final long serialVersionUID = 1;

    NotForThese(Throwable cause) {
      super("It was sealed for another key.", cause);
    }
  }
}
