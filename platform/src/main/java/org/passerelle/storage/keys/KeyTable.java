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
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys in one file (H2's MVStore: a log-structured map that survives a killed process).
 * An entry is the identifier of the wrapping key followed by the wrapped key. A rotated key keeps
 * its former versions under {@code IDENTIFIER/1}, {@code /2} … One thread at a time makes changes;
 * reading and saving run concurrently.
 */
final class KeyTable {
  private final String file;
  private volatile MVStore store;
  private volatile MVMap<String, byte[]> keys;

  // changes since the last write: a store that closes itself on a full disk forgets them
  private final Map<String, byte[]> unwritten = new ConcurrentHashMap<>();
  private volatile boolean ended;

  /** A wrapped key and the identifier of the key that wraps it. */
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
    // a process killed while it rewrote the store leaves a second file behind
    MVStoreTool.compactCleanUp(file);
    store = opened();
    keys = store.openMap("keys");
  }

  boolean isEmpty() {
    return open().isEmpty();
  }

  boolean holds(UUID id) {
    return open().containsKey(id.toString());
  }

  Optional<Wrapped> find(UUID id) {
    return Optional.ofNullable(open().get(id.toString())).map(Wrapped::of);
  }

  /** Former versions of a key, the latest first. */
  List<Wrapped> former(UUID id) {
    List<Wrapped> all = new ArrayList<>();
    for (int i = 1; ; i++) {
      byte[] entry = open().get(id + "/" + i);
      if (entry == null) {
        return all;
      }
      all.add(0, Wrapped.of(entry));
    }
  }

  /** Adds a key; returns false if it already exists. */
  boolean add(UUID id, Wrapped key) {
    String name = id.toString();
    if (open().containsKey(name)) {
      return false;
    }
    put(name, key.entry());
    return true;
  }

  void replace(String name, Wrapped key) {
    put(name, key.entry());
  }

  /** Replaces a key; the previous one becomes its latest former version. */
  void rotate(UUID id, Wrapped former, Wrapped fresh) {
    put(id + "/" + (former(id).size() + 1), former.entry());
    put(id.toString(), fresh.entry());
  }

  /** A snapshot of all names with their wrapping keys. */
  Iterator<String> names() {
    return open().keyIterator(null);
  }

  byte @Nullable [] entry(String name) {
    return open().get(name);
  }

  /** Removes keys and all keys below them, and rewrites the file without their bytes. */
  synchronized void remove(Collection<UUID> ids) {
    for (String name : withAllUnder(ids)) {
      unwritten.remove(name);
      open().remove(name);
    }
    save();
    // old chunks of the log still hold the wrapped bytes; only rewriting the whole file removes
    // them
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
      byte[] entry = open().get(name);
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

  /**
   * Writes pending changes. If that fails they remain pending and are written once there is disk
   * space.
   */
  void save() {
    open();
    Map<String, byte[]> now = Map.copyOf(unwritten);
    store.commit();
    store.sync();
    now.forEach(unwritten::remove);
  }

  private void put(String name, byte[] entry) {
    unwritten.put(name, entry);
    open().put(name, entry);
  }

  /**
   * Reopens a store that closed itself because it could not write, and replays the pending changes.
   */
  private MVMap<String, byte[]> open() {
    if (store.isClosed()) {
      synchronized (this) {
        if (store.isClosed() && !ended) {
          store = opened();
          keys = store.openMap("keys");
          unwritten.forEach(keys::put);
        }
      }
    }
    return keys;
  }

  /** Exports all keys as text, one line per key. */
  void copyTo(OutputStream out) throws IOException {
    Iterator<String> names = names();
    while (names.hasNext()) {
      String name = names.next();
      byte[] entry = open().get(name);
      if (entry != null) {
        out.write(
            (name + " " + java.util.HexFormat.of().formatHex(entry) + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
  }

  /** Imports a line that {@link #copyTo} wrote. */
  void takeBack(String line) {
    int gap = line.indexOf(' ');
    put(line.substring(0, gap), java.util.HexFormat.of().parseHex(line.substring(gap + 1)));
  }

  synchronized void close() {
    ended = true;
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
