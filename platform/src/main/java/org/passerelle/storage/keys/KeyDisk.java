package org.passerelle.storage.keys;

import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the table of keys to disk: once for all who wait at a moment, and once at the end of a
 * batch. Who waits for the disk holds this and not the store, which others go on reading.
 */
final class KeyDisk {
  private final KeyTable table;

  // of this thread's batches: another thread's keys are written at once
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

  /** Writes what was changed until now; whoever waited meanwhile finds their change written too. */
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

  /** Takes keys out, and their bytes out of the file. */
  void remove(Collection<UUID> ids) {
    synchronized (this) {
      table.remove(ids);
    }
  }
}
