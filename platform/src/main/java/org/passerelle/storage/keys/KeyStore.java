package org.passerelle.storage.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Vault;

/**
 * The vault, over a key store in one file that is kept beside the database, not in it. Recently
 * used keys are cached unwrapped; destroying a key empties that cache. Keys on the list of
 * destroyed keys are removed when the store is opened, so that a restored copy cannot open the file
 * of anyone erased.
 */
public final class KeyStore implements Vault, AutoCloseable {
  /** Identifier of the node's own key. */
  static final UUID NODE = new UUID(0, 0);

  /** Identifier of the key that signs the audit log. */
  private static final UUID SIGNING = new UUID(0, 1);

  private static final int REMEMBERED = 50_000;
  private static final int KEY_BYTES = 32;

  private final KeyTable table;
  private final KeyDisk disk;
  private final DestroyedKeys destroyed;
  private final SecureRandom random;
  private final Clock clock;
  private volatile NodeKeyFile node;

  // filled only under the store's lock, so that no key returns after it was destroyed
  private final Cache<UUID, byte[]> unwrapped =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  private KeyStore(
      KeyTable table, NodeKeyFile node, DestroyedKeys destroyed, SecureRandom random, Clock clock) {
    this.table = table;
    this.disk = new KeyDisk(table);
    this.node = node;
    this.destroyed = destroyed;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Opens the store of a data folder; on the first start creates it and the node's key.
   *
   * @param data the data folder
   * @param keyFile file of the node's key
   * @param passphrase passphrase, if the key file is locked
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
      NodeKeyFile node = NodeKeyFile.of(table, keyFile, passphrase, random);
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

  @Override
  public void createOrganisationKey(UUID organisation) {
    createKey(organisation, NODE);
  }

  @Override
  public void createKey(UUID id, UUID parent) {
    byte[] key = fresh();
    synchronized (this) {
      if (!table.add(id, wrapped(id, parent, key))) {
        throw new IllegalStateException("Key %s already exists.".formatted(id));
      }
      unwrapped.put(id, key);
    }
    disk.saveUnlessInBatch();
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
      // either sealed before the key was rotated, or really altered
      return byFormer(key, place, sealed).orElseThrow(() -> altered);
    }
  }

  @Override
  public synchronized boolean holds(UUID key) {
    return table.holds(key);
  }

  @Override
  public void moveKey(UUID id, UUID parent) {
    synchronized (this) {
      table.replace(id.toString(), wrapped(id, parent, key(id)));
    }
    disk.saveUnlessInBatch();
  }

  @Override
  public void destroyKey(UUID id) {
    destroyKeys(List.of(id));
  }

  @Override
  public synchronized void destroyKeys(Collection<UUID> ids) {
    // the list is written to disk first: if the process is killed now, the next start destroys the
    // keys
    destroyed.add(ids, clock.instant());
    unwrapped.invalidateAll();
    disk.remove(ids);
  }

  @Override
  public Set<UUID> destroyed() {
    return destroyed.all();
  }

  @Override
  public void inBatch(Runnable work) {
    disk.inBatch(work);
  }

  @Override
  public synchronized void close() {
    table.close();
  }

  /** The node's key as stored in its file. */
  public synchronized NodeKeyFile node() {
    return node;
  }

  /**
   * The node's own keys, the current one first: each existing backup was encrypted with one of
   * them. Handle them as carefully as the key file.
   */
  public synchronized List<byte[]> nodeKeys() {
    return Stream.concat(Stream.of(node.key()), former(NODE).stream()).toList();
  }

  /** Writes every wrapped key, one per line; must not run while keys are being created. */
  public synchronized void copyTo(OutputStream out) throws IOException {
    table.copyTo(out);
  }

  byte[] key(UUID id) {
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

  byte[] unwrap(UUID id, KeyTable.Wrapped entry) {
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
   * Gives an organisation a new key and rewraps the keys below it, in slices, without interrupting
   * use; content sealed under the former key still opens.
   *
   * @return the number of rewrapped keys
   */
  public int rotate(UUID organisation) {
    return new KeyRotation(this, table, random).rotate(organisation);
  }

  /** Gives the node a new key and rewraps the organisations' keys; see {@link KeyRotation}. */
  public void rotateNode() {
    new KeyRotation(this, table, random).rotateNode();
  }

  /** Switches to another node key. */
  void become(NodeKeyFile next) {
    node = next;
  }

  /** Caches an unwrapped key; called under the store's lock. */
  void remember(UUID id, byte[] key) {
    unwrapped.put(id, key);
  }

  /** Identifiers of the organisations that have a key. */
  public synchronized List<UUID> organisations() {
    return NodeKeyRotation.belowNode(table).stream().filter(id -> !id.equals(SIGNING)).toList();
  }

  /** The 32-byte seed of the node's signing key; constant for the life of the store. */
  public synchronized byte[] signingSeed() {
    if (!table.holds(SIGNING)) {
      createKey(SIGNING, NODE);
    }
    return key(SIGNING).clone();
  }

  private void forgetDestroyed() {
    List<UUID> back = destroyed.all().stream().filter(table::holds).toList();
    if (!back.isEmpty()) {
      table.remove(back);
    }
  }

  KeyTable.Wrapped wrapped(UUID id, UUID parent, byte[] key) {
    return new KeyTable.Wrapped(parent, Seal.close(key(parent), wrapPlace(id), key, random));
  }

  byte[] fresh() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  /** Writes pending changes to disk. */
  void save() {
    disk.save();
  }

  /** The associated data of a wrapped key, so that it cannot be opened in another place. */
  static String wrapPlace(UUID id) {
    return "key " + id;
  }
}
