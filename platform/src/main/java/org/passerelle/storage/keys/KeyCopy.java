package org.passerelle.storage.keys;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Puts the wrapped keys of a backup into a store of their own. */
public final class KeyCopy {
  private KeyCopy() {}

  /**
   * Fills the empty store of a data folder with the lines that {@link KeyStore#copyTo} wrote.
   *
   * @param lines gives each line to what it is handed
   * @throws IllegalStateException if the store holds keys
   */
  public static void fill(Path data, Consumer<Consumer<String>> lines) {
    KeyTable table = new KeyTable(data.resolve("keys"));
    try {
      if (!table.isEmpty()) {
        throw new IllegalStateException("The key store of %s holds keys.".formatted(data));
      }
      lines.accept(table::takeBack);
      table.save();
    } finally {
      table.close();
    }
  }
}
