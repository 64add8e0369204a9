package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The node's key: there when it must be, readable, and not inside the data folder. */
final class NodeKeyFile {
  private NodeKeyFile() {}

  static void check(Path key, Path folder) {
    if (key.startsWith(folder)) {
      throw new BadInput(
          "The node's key %s must lie outside the data folder, or a copy of the folder alone would open everything."
              .formatted(key));
    }
    try {
      if (Files.exists(key)) {
        if (!Files.readString(key).strip().matches("[0-9a-fA-F]{64}")) {
          throw new BadInput(
              "The file %s is not a node's key: 64 hexadecimal digits are expected."
                  .formatted(key));
        }
        return;
      }
      Path store = folder.resolve("keys").resolve("keystore.mv");
      if (Files.exists(store)) {
        throw new BadInput(
            "The node's key %s is missing, and the key store of %s opens with nothing else. Maybe put it back from where you keep it, or name it with --key."
                .formatted(key, folder));
      }
      Path parent = key.getParent();
      if (parent != null && Files.isDirectory(parent) && !Files.isWritable(parent)) {
        throw new BadInput(
            "The node's key %s cannot be made there: permission denied. Maybe choose another place with --key."
                .formatted(key));
      }
    } catch (IOException e) {
      throw new BadInput(
          "The node's key %s cannot be read (%s).".formatted(key, BadInput.sentence(e)));
    }
  }
}
