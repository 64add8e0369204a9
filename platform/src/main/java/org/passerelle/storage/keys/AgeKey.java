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
 * An X25519 key pair for files in the age format (age-encryption.org/v1): the recipient key seals
 * and the identity opens, with any program that knows the format.
 */
public final class AgeKey {
  /** Length of the secret key in bytes. */
  public static final int BYTES = 32;

  private static final int BUFFER = 1 << 16;
  private final byte[] secret;

  private AgeKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * The pair that belongs to a secret key.
   *
   * @throws IllegalArgumentException if it is not 32 bytes long
   */
  public static AgeKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "A secret key has %d bytes, not %d.".formatted(BYTES, secret.length));
    }
    return new AgeKey(secret);
  }

  /** Generates a new pair. */
  public static AgeKey fresh(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new AgeKey(secret);
  }

  /** The secret key, to be stored sealed. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The public key in the format of other programs: {@code age1…}. */
  public String recipient() {
    byte[] open = new X25519PrivateKeyParameters(secret, 0).generatePublicKey().getEncoded();
    return Bech32.getEncoder().encode("age", open).toString();
  }

  /** The secret key in the format of other programs: {@code AGE-SECRET-KEY-1…}. */
  public CharSequence identity() {
    return Bech32.getEncoder().encode("AGE-SECRET-KEY-", secret);
  }

  /**
   * A stream that seals what is written to it; it must be closed, or the result does not open.
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
   * Opens a file with the one of the keys that it was sealed for. Reading fails if the file was
   * truncated or altered.
   *
   * @throws NotForThese if it was sealed for none of them
   * @throws IOException if it is not an age file
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
      throw new IOException("It does not begin with the header of a sealed file.", damaged);
    }
  }

  /** The file was sealed for somebody else, or for a key that is gone. */
  public static final class NotForThese extends IOException {
    private static final long serialVersionUID = 1;

    NotForThese(Throwable cause) {
      super("It was sealed for another key.", cause);
    }
  }
}
