package org.passerelle.storage.keys;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Restores the wrapped keys of a backup into a new store. */
public final class KeyCopy {
  private KeyCopy() {}

  /**
   * Fills the empty store of a data folder with the lines that {@link KeyStore#copyTo} wrote.
   *
   * @param lines passes each line to the given consumer
   * @throws IllegalStateException if the store already holds keys
   */
  public static void fill(Path data, Consumer<Consumer<String>> lines) {
    KeyTable table = new KeyTable(data.resolve("keys"));
    try {
      if (!table.isEmpty()) {
        throw new IllegalStateException("The key store of %s already holds keys.".formatted(data));
      }
      lines.accept(table::takeBack);
      table.save();
    } finally {
      table.close();
    }
  }
}
