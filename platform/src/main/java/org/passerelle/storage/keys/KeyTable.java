package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys in one file (H2's MVStore: a log-structured map that survives a killed process).
 * An entry is the identifier of the wrapping key followed by the wrapped key. A key that was
 * rotated keeps its former ones under {@code IDENTIFIER/1}, {@code /2} … Changes are made by one
 * thread at a time; reading and saving go on beside them.
 */
final class KeyTable {
  private final String file;
  private MVStore store;
  private MVMap<String, byte[]> keys;

  /** An entry. */
  record Wrapped(UUID parent, byte[] key) {
    static Wrapped of(byte[] entry) {
      ByteBuffer buffer = ByteBuffer.wrap(entry);
      UUID parent = new UUID(buffer.getLong(), buffer.getLong());
      byte[] wrapped = new byte[buffer.remaining()];
      buffer.get(wrapped);
      return new Wrapped(parent, wrapped);
    }

    byte[] entry() {
      return ByteBuffer.allocate(16 + key.length)
          .putLong(parent.getMostSignificantBits())
          .putLong(parent.getLeastSignificantBits())
          .put(key)
          .array();
    }
  }

  KeyTable(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file = folder.resolve("keystore.mv").toString();
    // a process killed while it wrote the store anew leaves a second file behind
    MVStoreTool.compactCleanUp(file);
    store = opened();
    keys = store.openMap("keys");
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  boolean holds(UUID id) {
    return keys.containsKey(id.toString());
  }

  Optional<Wrapped> find(UUID id) {
    return Optional.ofNullable(keys.get(id.toString())).map(Wrapped::of);
  }

  /** Former keys of an identifier, the latest first. */
  List<Wrapped> former(UUID id) {
    List<Wrapped> all = new ArrayList<>();
    for (int i = 1; ; i++) {
      byte[] entry = keys.get(id + "/" + i);
      if (entry == null) {
        return all;
      }
      all.add(0, Wrapped.of(entry));
    }
  }

  /** Adds a key; false if there is one. */
  boolean add(UUID id, Wrapped key) {
    return keys.putIfAbsent(id.toString(), key.entry()) == null;
  }

  void replace(String name, Wrapped key) {
    keys.put(name, key.entry());
  }

  /** Puts a key in the place of the one that becomes its latest former key. */
  void rotate(UUID id, Wrapped former, Wrapped fresh) {
    keys.put(id + "/" + (former(id).size() + 1), former.entry());
    keys.put(id.toString(), fresh.entry());
  }

  /** All names with their wrapping key, as they are now. */
  Iterator<String> names() {
    return keys.keyIterator(null);
  }

  byte @Nullable [] entry(String name) {
    return keys.get(name);
  }

  /** Removes keys and all under them, and writes the file anew without their bytes. */
  void remove(Collection<UUID> ids) {
    withAllUnder(ids).forEach(keys::remove);
    save();
    // the log still holds the wrapped bytes in old chunks; only writing the whole file anew takes
    // them out
    store.close();
    MVStoreTool.compact(file, false);
    store = opened();
    keys = store.openMap("keys");
  }

  private Set<String> withAllUnder(Collection<UUID> ids) {
    Map<UUID, List<String>> children = new HashMap<>();
    Iterator<String> names = names();
    while (names.hasNext()) {
      String name = names.next();
      byte[] entry = keys.get(name);
      if (entry != null && !name.contains("/")) {
        children.computeIfAbsent(Wrapped.of(entry).parent, p -> new ArrayList<>(1)).add(name);
      }
    }
    Set<String> all = new HashSet<>();
    List<String> next = new ArrayList<>();
    ids.forEach(id -> next.add(id.toString()));
    while (!next.isEmpty()) {
      String name = next.remove(next.size() - 1);
      if (all.add(name)) {
        next.addAll(children.getOrDefault(UUID.fromString(name), List.of()));
      }
    }
    return all;
  }

  void save() {
    store.commit();
    store.sync();
  }

  /** Everything in a form of its own: a line per key. */
  void copyTo(OutputStream out) throws IOException {
    Iterator<String> names = names();
    while (names.hasNext()) {
      String name = names.next();
      byte[] entry = keys.get(name);
      if (entry != null) {
        out.write(
            (name + " " + java.util.HexFormat.of().formatHex(entry) + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
  }

  /** Takes a line that {@link #copyTo} wrote. */
  void takeBack(String line) {
    int gap = line.indexOf(' ');
    keys.put(line.substring(0, gap), java.util.HexFormat.of().parseHex(line.substring(gap + 1)));
  }

  void close() {
    store.close();
  }

  private MVStore opened() {
    try {
      return new MVStore.Builder().fileName(file).autoCommitDisabled().open();
    } catch (MVStoreException e) {
      throw new IllegalStateException(
          """
          The key store %s cannot be opened.
          Maybe a Passerelle that is running has it open."""
              .formatted(file),
          e);
    }
  }
}
