package org.passerelle.storage.keys;

import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the key table to disk: once for all threads waiting at that moment, and once at the end of
 * a batch. A thread that waits for the disk locks this object and not the store, so that others can
 * go on reading it.
 */
final class KeyDisk {
  private final KeyTable table;

  // depth of this thread's batches: keys of other threads are written at once
  private final ThreadLocal<Integer> batches = ThreadLocal.withInitial(() -> 0);

  private final AtomicLong changes = new AtomicLong();
  private long onDisk;

  KeyDisk(KeyTable table) {
    this.table = table;
  }

  void inBatch(Runnable work) {
    batches.set(batches.get() + 1);
    try {
      work.run();
    } finally {
      batches.set(batches.get() - 1);
      saveUnlessInBatch();
    }
  }

  void saveUnlessInBatch() {
    if (batches.get() == 0) {
      save();
    }
  }

  /** Writes all changes made so far; the changes of threads that waited meanwhile are included. */
  void save() {
    long change = changes.incrementAndGet();
    synchronized (this) {
      if (onDisk < change) {
        long now = changes.get();
        table.save();
        onDisk = now;
      }
    }
  }

  /** Removes keys, and their bytes from the file. */
  void remove(Collection<UUID> ids) {
    synchronized (this) {
      table.remove(ids);
    }
  }
}
