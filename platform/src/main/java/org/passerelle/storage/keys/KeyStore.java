package org.passerelle.storage.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Vault;

/**
 * The vault over a key store in one file beside, not in, the database. Unwrapped keys are kept for
 * the most recently used; destroying one empties that memory. What is on the list of destroyed keys
 * is taken out when the store is opened, so that a restored copy opens nobody who was erased.
 */
public final class KeyStore implements Vault, AutoCloseable {
  /** Stands for the node's own key. */
  static final UUID NODE = new UUID(0, 0);

  /** Stands for the key that signs the log. */
  private static final UUID SIGNING = new UUID(0, 1);

  private static final int REMEMBERED = 50_000;
  private static final int KEY_BYTES = 32;

  private final KeyTable table;
  private final DestroyedKeys destroyed;
  private final SecureRandom random;
  private final Clock clock;
  private volatile NodeKeyFile node;

  // of this thread's batches: another thread's keys are written at once
  private final ThreadLocal<Integer> batches = ThreadLocal.withInitial(() -> 0);

  // filled only while the store is locked, so that no key comes back after it was destroyed
  private final Cache<UUID, byte[]> unwrapped =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  // who waits for the disk holds this and not the store, which others go on reading
  private final Object disk = new Object();
  private final AtomicLong changes = new AtomicLong();
  private long onDisk;

  private KeyStore(
      KeyTable table, NodeKeyFile node, DestroyedKeys destroyed, SecureRandom random, Clock clock) {
    this.table = table;
    this.node = node;
    this.destroyed = destroyed;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Opens the store of a data folder; makes it, and the node's key, on the first start.
   *
   * @param data the data folder
   * @param keyFile of the node's key
   * @param passphrase if the key file is locked
   * @param list file of destroyed keys
   * @throws NodeKeyFile.Unreadable if the node's key does not open
   */
  public static KeyStore open(
      Path data,
      Path keyFile,
      char @Nullable [] passphrase,
      Path list,
      SecureRandom random,
      Clock clock) {
    DestroyedKeys destroyed = DestroyedKeys.in(list);
    KeyTable table = new KeyTable(data.resolve("keys"));
    try {
      NodeKeyFile node = nodeKey(table, keyFile, passphrase, random);
      KeyStore store =
          new KeyStore(
              table, NodeKeyRotation.finish(table, node, passphrase), destroyed, random, clock);
      store.forgetDestroyed();
      return store;
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private static NodeKeyFile nodeKey(
      KeyTable table, Path file, char @Nullable [] passphrase, SecureRandom random) {
    if (Files.exists(file)) {
      return NodeKeyFile.read(file, passphrase);
    }
    if (!table.isEmpty()) {
      throw new IllegalStateException(
          """
          The node key %s is missing, and the key store holds keys that only it can open.
          Maybe it was moved: put it back from where you keep it apart from the backups."""
              .formatted(file));
    }
    return NodeKeyFile.make(file, random);
  }

  @Override
  public void createOrganisationKey(UUID organisation) {
    createKey(organisation, NODE);
  }

  @Override
  public void createKey(UUID id, UUID parent) {
    byte[] key = fresh();
    synchronized (this) {
      if (!table.add(id, wrapped(id, parent, key))) {
        throw new IllegalStateException("Key %s exists already.".formatted(id));
      }
      unwrapped.put(id, key);
    }
    saveUnlessInBatch();
  }

  @Override
  public byte[] seal(UUID key, String place, String text) {
    return sealBytes(key, place, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] sealBytes(UUID key, String place, byte[] content) {
    return Seal.close(key(key), place, content, random);
  }

  @Override
  public String open(UUID key, String place, byte[] sealed) {
    return new String(openBytes(key, place, sealed), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] openBytes(UUID key, String place, byte[] sealed) {
    try {
      return Seal.open(key(key), place, sealed);
    } catch (IllegalStateException altered) {
      // sealed before the key was rotated, or really altered
      return byFormer(key, place, sealed).orElseThrow(() -> altered);
    }
  }

  @Override
  public synchronized boolean holds(UUID key) {
    return table.holds(key);
  }

  @Override
  public void destroyKey(UUID id) {
    destroyKeys(List.of(id));
  }

  @Override
  public synchronized void destroyKeys(Collection<UUID> ids) {
    // first the list, on disk: a process killed now destroys them when it starts again
    destroyed.add(ids, clock.instant());
    unwrapped.invalidateAll();
    synchronized (disk) {
      table.remove(ids);
    }
  }

  @Override
  public Set<UUID> destroyed() {
    return destroyed.all();
  }

  @Override
  public void inBatch(Runnable work) {
    batches.set(batches.get() + 1);
    try {
      work.run();
    } finally {
      batches.set(batches.get() - 1);
      saveUnlessInBatch();
    }
  }

  @Override
  public synchronized void close() {
    table.close();
  }

  /** The node's key as it lies in its file. */
  public synchronized NodeKeyFile node() {
    return node;
  }

  /**
   * Keys of the node itself, the present one first: each backup was locked by one of them. Handle
   * them like the file they come from.
   */
  public synchronized List<byte[]> nodeKeys() {
    return Stream.concat(Stream.of(node.key()), former(NODE).stream()).toList();
  }

  /** Writes every wrapped key, a line each; call it before or after, never while keys are made. */
  public synchronized void copyTo(OutputStream out) throws IOException {
    table.copyTo(out);
  }

  /**
   * Fills the empty store of a data folder with the lines that {@link #copyTo} wrote.
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

  private byte[] key(UUID id) {
    if (id.equals(NODE)) {
      return node.key();
    }
    byte[] known = unwrapped.getIfPresent(id);
    return known == null ? fromTable(id) : known;
  }

  private synchronized byte[] fromTable(UUID id) {
    KeyTable.Wrapped entry = table.find(id).orElseThrow(() -> new KeyDestroyed(id));
    byte[] key = unwrap(id, entry);
    unwrapped.put(id, key);
    return key;
  }

  private byte[] unwrap(UUID id, KeyTable.Wrapped entry) {
    try {
      return Seal.open(key(entry.parent()), wrapPlace(id), entry.key());
    } catch (IllegalStateException rotated) {
      return byFormer(entry.parent(), wrapPlace(id), entry.key()).orElseThrow(() -> rotated);
    }
  }

  private Optional<byte[]> byFormer(UUID key, String place, byte[] sealed) {
    for (byte[] former : former(key)) {
      try {
        return Optional.of(Seal.open(former, place, sealed));
      } catch (IllegalStateException another) {
        // the one before, maybe
      }
    }
    return Optional.empty();
  }

  private synchronized List<byte[]> former(UUID id) {
    List<byte[]> all = new ArrayList<>();
    for (KeyTable.Wrapped entry : table.former(id)) {
      all.add(Seal.open(key(NODE), wrapPlace(id), entry.key()));
    }
    return all;
  }

  /**
   * Gives an organisation a new key and wraps the keys below it anew, in slices, while everybody
   * goes on working; what was sealed under the former key still opens.
   *
   * @return how many keys were wrapped anew
   */
  public int rotate(UUID organisation) {
    synchronized (this) {
      byte[] fresh = fresh();
      table.rotate(
          organisation,
          wrapped(organisation, NODE, key(organisation)),
          wrapped(organisation, NODE, fresh));
      unwrapped.put(organisation, fresh);
      save();
    }
    return wrapAnew(organisation);
  }

  /**
   * Gives the node a new key, in the same file and locked as before, and wraps the organisations'
   * keys anew. Shares of the former key and backups that it locked need it; make new ones.
   */
  public synchronized void rotateNode() {
    byte[] former = node.key();
    NodeKeyFile next = node.with(fresh());
    // a process killed between the two writes finds the next key and finishes
    next.at(NodeKeyRotation.nextFile(node)).write(random);
    Map<String, KeyTable.Wrapped> anew = new LinkedHashMap<>();
    Iterator<String> names = table.names();
    while (names.hasNext()) {
      String name = names.next();
      byte[] entry = table.entry(name);
      if (entry != null && KeyTable.Wrapped.of(entry).parent().equals(NODE)) {
        UUID id = UUID.fromString(name.replaceAll("/.*", ""));
        byte[] key = Seal.open(former, wrapPlace(id), KeyTable.Wrapped.of(entry).key());
        anew.put(
            name, new KeyTable.Wrapped(NODE, Seal.close(next.key(), wrapPlace(id), key, random)));
      }
    }
    anew.forEach(table::replace);
    int number = table.former(NODE).size() + 1;
    table.replace(
        NODE + "/" + number,
        new KeyTable.Wrapped(NODE, Seal.close(next.key(), wrapPlace(NODE), former, random)));
    save();
    node = next;
    NodeKeyRotation.moveNext(node);
  }

  /** Identifiers of the organisations that have a key. */
  public synchronized List<UUID> organisations() {
    return NodeKeyRotation.belowNode(table).stream().filter(id -> !id.equals(SIGNING)).toList();
  }

  /** 32 bytes from which the node's signing key is made; the same as long as the store lives. */
  public synchronized byte[] signingSeed() {
    if (!table.holds(SIGNING)) {
      createKey(SIGNING, NODE);
    }
    return key(SIGNING).clone();
  }

  private int wrapAnew(UUID parent) {
    List<String> below = new ArrayList<>();
    synchronized (this) {
      Iterator<String> names = table.names();
      while (names.hasNext()) {
        String name = names.next();
        byte[] entry = table.entry(name);
        if (entry != null && KeyTable.Wrapped.of(entry).parent().equals(parent)) {
          below.add(name);
        }
      }
    }
    int slice = 500;
    for (int from = 0; from < below.size(); from += slice) {
      wrapAnew(below.subList(from, Math.min(below.size(), from + slice)), parent);
    }
    return below.size();
  }

  private synchronized void wrapAnew(List<String> names, UUID parent) {
    for (String name : names) {
      byte[] entry = table.entry(name);
      if (entry != null) {
        UUID id = UUID.fromString(name);
        byte[] key = unwrap(id, KeyTable.Wrapped.of(entry));
        table.replace(name, wrapped(id, parent, key));
      }
    }
    save();
  }

  private void forgetDestroyed() {
    List<UUID> back = destroyed.all().stream().filter(table::holds).toList();
    if (!back.isEmpty()) {
      table.remove(back);
    }
  }

  private KeyTable.Wrapped wrapped(UUID id, UUID parent, byte[] key) {
    return new KeyTable.Wrapped(parent, Seal.close(key(parent), wrapPlace(id), key, random));
  }

  private byte[] fresh() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private void saveUnlessInBatch() {
    if (batches.get() == 0) {
      save();
    }
  }

  /** Writes what was changed until now; whoever waited meanwhile finds their change written too. */
  private void save() {
    long change = changes.incrementAndGet();
    synchronized (disk) {
      if (onDisk < change) {
        long now = changes.get();
        table.save();
        onDisk = now;
      }
    }
  }

  /** Where a wrapped key belongs, so that it opens nowhere else. */
  static String wrapPlace(UUID id) {
    return "key " + id;
  }
}
