package org.passerelle.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Sha256;

/**
 * Signs and verifies checkpoints as signed notes (C2SP signed-note and tlog-checkpoint): a text of
 * origin, size and root, followed by an Ed25519 signature. Other programs that know the format can
 * verify them with the public key in the form of {@link #text}.
 */
public final class CheckpointKey {
  private static final byte ED25519 = 1;
  private static final String DASH = "— ";
  private final String name;
  private final Ed25519PublicKeyParameters open;
  private final @Nullable Ed25519PrivateKeyParameters secret;

  private CheckpointKey(
      String name, Ed25519PublicKeyParameters open, @Nullable Ed25519PrivateKeyParameters secret) {
    this.name = name;
    this.open = open;
    this.secret = secret;
  }

  /**
   * The key of a node.
   *
   * @param node its name
   * @param seed 32 bytes
   */
  public static CheckpointKey of(String node, byte[] seed) {
    Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(seed);
    return new CheckpointKey("passerelle/" + node + "/log", secret.generatePublicKey(), secret);
  }

  /**
   * A public key.
   *
   * @param text {@code NAME+HASH+KEY} as {@link #text} writes it
   * @throws IllegalArgumentException if it is not a public key
   */
  public static CheckpointKey of(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length == 3) {
      try {
        byte[] key = Base64.getDecoder().decode(parts[2]);
        if (key.length == 33 && key[0] == ED25519) {
          CheckpointKey read =
              new CheckpointKey(parts[0], new Ed25519PublicKeyParameters(key, 1), null);
          if (read.text().equals(text.strip())) {
            return read;
          }
        }
      } catch (IllegalArgumentException e) {
        // falls through to the exception below
      }
    }
    throw new IllegalArgumentException(
        "A log's public key has the form NAME+8 hexadecimal digits+44 letters, not %s."
            .formatted(text));
  }

  /** Whether it has the name of this node's log key. */
  public boolean isOf(String node) {
    return name.equals("passerelle/" + node + "/log");
  }

  /** The public key as one line. */
  public String text() {
    ByteBuffer key = ByteBuffer.allocate(33).put(ED25519).put(open.getEncoded());
    return name
        + "+"
        + HexFormat.of().formatHex(hash())
        + "+"
        + Base64.getEncoder().encodeToString(key.array());
  }

  /** Signs a root. */
  public String sign(long size, String root) {
    if (secret == null) {
      throw new IllegalStateException("A public key cannot sign.");
    }
    String text =
        name
            + "\n"
            + size
            + "\n"
            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(root))
            + "\n";
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, secret);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    signer.update(bytes, 0, bytes.length);
    byte[] signature = signer.generateSignature();
    byte[] marked = ByteBuffer.allocate(4 + signature.length).put(hash()).put(signature).array();
    return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(marked) + "\n";
  }

  /** Whether a note is signed with this key and contains exactly this root. */
  public boolean holds(String note, long size, String root) {
    int gap = note.indexOf("\n\n");
    if (gap < 0 || !note.endsWith("\n")) {
      return false;
    }
    String text = note.substring(0, gap + 1);
    String[] lines = text.split("\n", -1);
    String below = note.substring(gap + 2).stripTrailing();
    if (lines.length != 4
        || !lines[0].equals(name)
        || !lines[1].equals(Long.toString(size))
        || !lines[2].equals(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(root)))
        || !below.startsWith(DASH + name + " ")) {
      return false;
    }
    try {
      byte[] marked = Base64.getDecoder().decode(below.substring((DASH + name + " ").length()));
      Ed25519Signer checker = new Ed25519Signer();
      checker.init(false, open);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      checker.update(bytes, 0, bytes.length);
      return marked.length == 68
          && Arrays.equals(marked, 0, 4, hash(), 0, 4)
          && checker.verifySignature(Arrays.copyOfRange(marked, 4, 68));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private byte[] hash() {
    ByteBuffer named =
        ByteBuffer.allocate(name.getBytes(StandardCharsets.UTF_8).length + 34)
            .put(name.getBytes(StandardCharsets.UTF_8))
            .put((byte) '\n')
            .put(ED25519)
            .put(open.getEncoded());
    return Arrays.copyOf(HexFormat.of().parseHex(Sha256.of(named.array())), 4);
  }
}
