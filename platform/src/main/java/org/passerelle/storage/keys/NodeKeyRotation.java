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
 * Replaces the node's key in three steps: the next key is written to a second file, then the store
 * is rewrapped, then the second file takes the place of the first. If the process is killed between
 * two steps, the next start finishes the rotation.
 */
final class NodeKeyRotation {
  private NodeKeyRotation() {}

  /**
   * If a rotation of the node's key was interrupted, the store tells which of the two files is
   * valid.
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

  /** The path of the next key until the store uses it. */
  static Path nextFile(NodeKeyFile node) {
    return node.file().resolveSibling(node.file().getFileName() + ".next");
  }

  /** Makes the next key the current one, once the store uses it. */
  static void moveNext(NodeKeyFile node) {
    try {
      NodeKeyFile.moveOver(nextFile(node), node.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys wrapped by the node's key. */
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
