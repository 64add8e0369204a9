package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two files of a change of the node's key: the next one is written first, then the store, then
 * it takes the place of the former. A process killed between two of these steps finishes at its
 * next start.
 */
final class NodeKeyRotation {
  private NodeKeyRotation() {}

  /**
   * Where a rotation of the node's key was cut off, the store says which of the two files holds.
   */
  static NodeKeyFile finish(KeyTable table, NodeKeyFile node, char @Nullable [] passphrase) {
    Path file = nextFile(node);
    if (!Files.exists(file)) {
      return node;
    }
    try {
      if (opens(table, node.key())) {
        Files.delete(file);
        return node;
      }
      NodeKeyFile next = NodeKeyFile.read(file, passphrase).at(node.file());
      NodeKeyFile.moveOver(file, node.file());
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean opens(KeyTable table, byte[] key) {
    for (UUID id : belowNode(table)) {
      try {
        Seal.open(key, KeyStore.wrapPlace(id), table.find(id).orElseThrow().key());
        return true;
      } catch (IllegalStateException wrong) {
        return false;
      }
    }
    return true;
  }

  /** Where the next key lies until the store follows it. */
  static Path nextFile(NodeKeyFile node) {
    return node.file().resolveSibling(node.file().getFileName() + ".next");
  }

  /** The store follows the next key: it becomes the key. */
  static void moveNext(NodeKeyFile node) {
    try {
      NodeKeyFile.moveOver(nextFile(node), node.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys that the node's key wraps. */
  static List<UUID> belowNode(KeyTable table) {
    List<UUID> all = new ArrayList<>();
    Iterator<String> names = table.names();
    while (names.hasNext()) {
      String name = names.next();
      byte[] entry = table.entry(name);
      if (entry != null
          && !name.contains("/")
          && KeyTable.Wrapped.of(entry).parent().equals(KeyStore.NODE)) {
        all.add(UUID.fromString(name));
      }
    }
    return all;
  }
}
