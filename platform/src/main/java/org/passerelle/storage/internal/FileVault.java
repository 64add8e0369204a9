package org.passerelle.storage.internal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/**
 * The vault over a key store in one file beside, not in, the database (H2's MVStore: a
 * log-structured map that survives a killed process). An entry is the identifier of the wrapping
 * key followed by the wrapped key. Unwrapped keys are kept for the most recently used; destroying
 * one empties that memory.
 */
@Component
final class FileVault implements Vault {
  private static final UUID NODE = new UUID(0, 0);
  private static final int REMEMBERED = 20_000;
  private static final int KEY_BYTES = 32;

  private final String file;
  private MVStore store;
  private MVMap<String, byte[]> keys;
  private final byte[] nodeKey;
  private final SecureRandom random;
  // of this thread's batches: another thread's keys are written at once
  private final ThreadLocal<Integer> batches = ThreadLocal.withInitial(() -> 0);

  @SuppressWarnings("serial")
  private final Map<UUID, byte[]> unwrapped =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  FileVault(PlatformSettings settings, SecureRandom random) {
    this.random = random;
    Path folder = settings.data().resolve("keys");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file = folder.resolve("keystore.mv").toString();
    // a process killed while it wrote the store anew leaves a second file behind
    MVStoreTool.compactCleanUp(file);
    store = opened(file);
    keys = store.openMap("keys");
    nodeKey = NodeKey.readOrMake(settings.nodeKey(), keys.isEmpty(), random);
  }

  @Override
  public void createOrganisationKey(UUID organisation) {
    createKey(organisation, NODE);
  }

  @Override
  public synchronized void createKey(UUID id, UUID parent) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    byte[] wrapped = Seal.close(key(parent), wrapPlace(id), key, random);
    byte[] entry =
        ByteBuffer.allocate(16 + wrapped.length)
            .putLong(parent.getMostSignificantBits())
            .putLong(parent.getLeastSignificantBits())
            .put(wrapped)
            .array();
    if (keys.putIfAbsent(id.toString(), entry) != null) {
      throw new IllegalStateException("Key %s exists already.".formatted(id));
    }
    unwrapped.put(id, key);
    save();
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
    return Seal.open(key(key), place, sealed);
  }

  @Override
  public synchronized boolean holds(UUID key) {
    return keys.containsKey(key.toString());
  }

  @Override
  public synchronized void destroyKey(UUID id) {
    keys.remove(id.toString());
    unwrapped.clear();
    // the log still holds the wrapped bytes in old chunks; only writing the whole file anew takes
    // them out
    store.close();
    MVStoreTool.compact(file, false);
    store = opened(file);
    keys = store.openMap("keys");
  }

  @Override
  public void inBatch(Runnable work) {
    batches.set(batches.get() + 1);
    try {
      work.run();
    } finally {
      batches.set(batches.get() - 1);
      synchronized (this) {
        save();
      }
    }
  }

  @PreDestroy
  synchronized void close() {
    store.close();
  }

  private synchronized byte[] key(UUID id) {
    if (id.equals(NODE)) {
      return nodeKey;
    }
    byte[] known = unwrapped.get(id);
    if (known != null) {
      return known;
    }
    byte[] entry = keys.get(id.toString());
    if (entry == null) {
      throw new KeyDestroyed(id);
    }
    ByteBuffer buffer = ByteBuffer.wrap(entry);
    UUID parent = new UUID(buffer.getLong(), buffer.getLong());
    byte[] wrapped = new byte[buffer.remaining()];
    buffer.get(wrapped);
    byte[] key = Seal.open(key(parent), wrapPlace(id), wrapped);
    unwrapped.put(id, key);
    return key;
  }

  private static MVStore opened(String file) {
    return new MVStore.Builder().fileName(file).autoCommitDisabled().open();
  }

  private void save() {
    if (batches.get() == 0) {
      store.commit();
      store.sync();
    }
  }

  private static String wrapPlace(UUID id) {
    return "key " + id;
  }
}
