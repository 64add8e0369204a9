package org.passerelle.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 (section 2.1) over the hashes of the log's entries, built leaf by
 * leaf: only the roots of its full subtrees are kept. Not thread-safe.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private final List<byte[]> full = new ArrayList<>();
  private long size;

  /** A tree without leaves. */
  public MerkleTree() {}

  /** A tree restored from its {@link #frontier}. */
  public static MerkleTree of(long size, String frontier) {
    MerkleTree tree = new MerkleTree();
    tree.size = size;
    for (String hash : frontier.isEmpty() ? new String[0] : frontier.split(",", -1)) {
      tree.full.add(HexFormat.of().parseHex(hash));
    }
    if (tree.full.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "A tree of %d leaves has %d full subtrees, not %d."
              .formatted(size, Long.bitCount(size), tree.full.size()));
    }
    return tree;
  }

  /**
   * Appends an entry.
   *
   * @param hash hash of the entry, 64 hexadecimal digits
   */
  public void add(String hash) {
    byte[] merged = digest(LEAF, HexFormat.of().parseHex(hash), new byte[0]);
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      merged = digest(NODE, full.remove(full.size() - 1), merged);
    }
    full.add(merged);
    size++;
  }

  /** Number of entries. */
  public long size() {
    return size;
  }

  /** The root, 64 hexadecimal digits; for an empty tree the hash of the empty string. */
  public String root() {
    if (full.isEmpty()) {
      return HexFormat.of().formatHex(sha256().digest());
    }
    byte[] root = full.get(full.size() - 1);
    for (int i = full.size() - 2; i >= 0; i--) {
      root = digest(NODE, full.get(i), root);
    }
    return HexFormat.of().formatHex(root);
  }

  /** Roots of the full subtrees, the largest first, separated by commas. */
  public String frontier() {
    return String.join(",", full.stream().map(HexFormat.of()::formatHex).toList());
  }

  /** The hash of an inner node, from its two children. */
  static String joined(String left, String right) {
    HexFormat hex = HexFormat.of();
    return hex.formatHex(digest(NODE, hex.parseHex(left), hex.parseHex(right)));
  }

  private static byte[] digest(byte prefix, byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(prefix);
    digest.update(left);
    digest.update(right);
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
