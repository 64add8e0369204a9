package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The node's key: 256 random bits in a file that is kept outside the data folder and that only its
 * owner may read, as 64 hexadecimal digits, or locked with a passphrase (Argon2id, RFC 9106, 64 MiB
 * and three passes; AES-256-GCM).
 */
public final class NodeKeyFile {
  private static final String LOCKED = "passerelle-node-key locked 1";
  private static final String PLACE = "node key";
  private static final int BYTES = 32;
  private static final int MEMORY_KIB = 65_536;
  private static final int PASSES = 3;
  private final Path file;
  private final byte[] key;

  /** The key that locks the file, derived from the passphrase; null if the file is not locked. */
  private final byte @Nullable [] lock;

  private final byte[] salt;

  private NodeKeyFile(Path file, byte[] key, byte @Nullable [] lock, byte[] salt) {
    this.file = file;
    this.key = key;
    this.lock = lock;
    this.salt = salt;
  }

  /** The path of the file. */
  public Path file() {
    return file;
  }

  byte[] key() {
    return key.clone();
  }

  /** The key itself, 32 bytes; handle it as carefully as the file. */
  public byte[] bytes() {
    return key();
  }

  /** A key in memory that has no file yet. */
  public static NodeKeyFile of(Path file, byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "A node key has %d bytes, not %d.".formatted(BYTES, key.length));
    }
    return new NodeKeyFile(file, key.clone(), null, new byte[0]);
  }

  /** The key of a store; created if the store is empty. */
  static NodeKeyFile of(
      KeyTable table, Path file, char @Nullable [] passphrase, SecureRandom random) {
    if (Files.exists(file)) {
      return read(file, passphrase);
    }
    if (!table.isEmpty()) {
      throw new IllegalStateException(
          """
          The node key %s is missing, and the key store holds keys that only it can open.
          Maybe it was moved: put it back from where you keep it apart from the backups."""
              .formatted(file));
    }
    return make(file, random);
  }

  /** Generates a new key and writes it at once. */
  public static NodeKeyFile make(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    NodeKeyFile made = of(file, key);
    made.write(random);
    return made;
  }

  /** Whether the file is locked with a passphrase. */
  public static boolean isLocked(Path file) {
    return !lines(file).isEmpty() && lines(file).get(0).equals(LOCKED);
  }

  /**
   * Reads the file.
   *
   * @param passphrase needed if the file is locked
   * @throws Unreadable if it holds no key, others may read it, or the passphrase is missing or
   *     wrong
   */
  public static NodeKeyFile read(Path file, char @Nullable [] passphrase) {
    refuseIfOthersRead(file);
    List<String> lines = lines(file);
    if (lines.size() == 1 && lines.get(0).matches("[0-9a-fA-F]{64}")) {
      return of(file, HexFormat.of().parseHex(lines.get(0)));
    }
    if (lines.size() != 3 || !lines.get(0).equals(LOCKED)) {
      throw new Unreadable(
          "The file %s is not a node key: expected 64 hexadecimal digits, or a key locked with a passphrase."
              .formatted(file));
    }
    if (passphrase == null || passphrase.length == 0) {
      throw new Unreadable("The node key %s is locked with a passphrase.".formatted(file));
    }
    try {
      byte[] salt = HexFormat.of().parseHex(lines.get(1));
      byte[] lock = lock(passphrase, salt);
      byte[] key = Seal.open(lock, PLACE, HexFormat.of().parseHex(lines.get(2)));
      return new NodeKeyFile(file, key, lock, salt);
    } catch (IllegalArgumentException damaged) {
      throw new Unreadable("The node key %s is damaged.".formatted(file));
    } catch (IllegalStateException wrong) {
      throw new Unreadable("The passphrase does not open the node key %s.".formatted(file));
    }
  }

  /** Anyone who can read the key can open everything in a copy of the data folder. */
  private static void refuseIfOthersRead(Path file) {
    try {
      if (OwnersOnly.opensToOthers(file)) {
        throw new Unreadable(
            "The node key %s can be read by others than its owner. Restrict it to the owner (chmod 600 %s); if somebody may have copied it, change it afterwards with ./passerelle key rotate."
                .formatted(file, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same key, locked with a passphrase from now on. */
  public NodeKeyFile locked(char[] passphrase, SecureRandom random) {
    byte[] fresh = new byte[16];
    random.nextBytes(fresh);
    return new NodeKeyFile(file, key, lock(passphrase, fresh), fresh);
  }

  /** The same key, readable without a passphrase from now on. */
  public NodeKeyFile unlocked() {
    return of(file, key);
  }

  /** Another key in the same file, locked like this one. */
  NodeKeyFile with(byte[] other) {
    return new NodeKeyFile(file, other.clone(), lock, salt);
  }

  /** The same key at another path. */
  NodeKeyFile at(Path other) {
    return new NodeKeyFile(other, key, lock, salt);
  }

  /**
   * Writes a temporary file and moves it into place, so that the key file is either complete or
   * unchanged.
   */
  public void write(SecureRandom random) {
    replace(file, content(random));
  }

  /** The same for another small file that only its owner may read. */
  static void replace(Path file, String content) {
    try {
      Path parent = file.toAbsolutePath().normalize().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".part");
      Files.deleteIfExists(fresh);
      OwnersOnly.makeFile(fresh);
      Files.writeString(fresh, content, StandardOpenOption.SYNC);
      moveOver(fresh, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void moveOver(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String content(SecureRandom random) {
    HexFormat hex = HexFormat.of();
    return lock == null
        ? hex.formatHex(key) + "\n"
        : LOCKED
            + "\n"
            + hex.formatHex(salt)
            + "\n"
            + hex.formatHex(Seal.close(lock, PLACE, key, random))
            + "\n";
  }

  private static byte[] lock(char[] passphrase, byte[] salt) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .build());
    byte[] lock = new byte[BYTES];
    byte[] words = new String(passphrase).getBytes(StandardCharsets.UTF_8);
    argon.generateBytes(words, lock);
    Arrays.fill(words, (byte) 0);
    return lock;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file).strip().lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file yields no key; the message says why without quoting its content. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
      super(sentence);
    }
  }
}
