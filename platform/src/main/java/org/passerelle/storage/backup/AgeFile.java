package org.passerelle.storage.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * A file in the format of age (age-encryption.org/v1), for an identity that is derived from the
 * node's key (HKDF-SHA-256, RFC 5869), so that whoever holds that key opens it with any program
 * that knows the format. A file that was cut off or altered does not open to its end.
 */
final class AgeFile {
  private static final byte[] PURPOSE = "passerelle backup 1".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  private AgeFile() {}

  static OutputStream write(OutputStream out, byte[] nodeKey) throws IOException {
    try {
      return new BufferedOutputStream(
          Channels.newOutputStream(
              new StandardEncryptingChannelFactory()
                  .newEncryptingChannel(
                      Channels.newChannel(out),
                      List.of(
                          X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                              recipient(nodeKey))))),
          BUFFER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a file with whichever of the keys locked it.
   *
   * @throws BadBackup if none does
   */
  static InputStream read(InputStream in, List<byte[]> nodeKeys) throws IOException {
    try {
      List<RecipientStanzaReader> readers = new ArrayList<>();
      for (byte[] key : nodeKeys) {
        readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity(key)));
      }
      return new BufferedInputStream(
          Channels.newInputStream(
              new StandardDecryptingChannelFactory()
                  .newDecryptingChannel(Channels.newChannel(in), readers)),
          BUFFER);
    } catch (GeneralSecurityException | IOException e) {
      throw new BadBackup(
          "The backup does not open with this node's key. Maybe it is of another node, from before the key was changed, or damaged.");
    }
  }

  /** The identity as other programs take it: {@code AGE-SECRET-KEY-1…}. */
  static CharSequence identity(byte[] nodeKey) {
    return Bech32.getEncoder().encode("AGE-SECRET-KEY-", secret(nodeKey));
  }

  private static CharSequence recipient(byte[] nodeKey) {
    byte[] open =
        new X25519PrivateKeyParameters(secret(nodeKey), 0).generatePublicKey().getEncoded();
    return Bech32.getEncoder().encode("age", open);
  }

  private static byte[] secret(byte[] nodeKey) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(nodeKey, null, PURPOSE));
    byte[] secret = new byte[32];
    generator.generateBytes(secret, 0, secret.length);
    return secret;
  }
}
