package org.passerelle.protect.placement.place;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which places were changed, in their order, so that what is kept of them in memory is read anew.
 * To the transaction that changes a place it has changed at once, to everybody else when that
 * transaction ends. Whoever changes a place, its beds, what it offers or who places there says so
 * here. Threads may share it.
 */
@Component
class PlaceChanges {
  /** So many are remembered one by one; whoever is further behind reads everything. */
  static final int REMEMBERED = 500;

  private final UUID[] last = new UUID[REMEMBERED];
  private long count;

  /** How many there were; take it before reading what is kept. */
  synchronized long count() {
    return count;
  }

  /**
   * Places that were changed after so many changes, until so many.
   *
   * @return nothing where that is too long ago to be known
   */
  synchronized Optional<Set<UUID>> between(long after, long until) {
    if (count - after > REMEMBERED) {
      return Optional.empty();
    }
    Set<UUID> changed = new LinkedHashSet<>();
    for (long one = after; one < until; one++) {
      changed.add(last[(int) (one % REMEMBERED)]);
    }
    return Optional.of(changed);
  }

  /** Whether the transaction under way has changed some itself, which nobody else may see yet. */
  boolean own() {
    return TransactionSynchronizationManager.getResource(this) != null;
  }

  /** A place was changed, in the transaction under way. */
  void changed(UUID place) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      tell(Set.of(place));
      return;
    }
    Own own = (Own) TransactionSynchronizationManager.getResource(this);
    if (own == null) {
      own = new Own();
      TransactionSynchronizationManager.bindResource(this, own);
      TransactionSynchronizationManager.registerSynchronization(own);
    }
    own.places.add(place);
  }

  private synchronized void tell(Set<UUID> places) {
    for (UUID place : places) {
      last[(int) (count % REMEMBERED)] = place;
      count++;
    }
  }

  /** What one transaction has changed. */
  private final class Own implements TransactionSynchronization {
    private final Set<UUID> places = new HashSet<>();

    @Override
    public int getOrder() {
      // before whoever looks at places after this commit
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(PlaceChanges.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(PlaceChanges.this, this);
    }

    @Override
    public void afterCommit() {
      end();
    }

    /** Also where it is not known whether it was committed. */
    @Override
    public void afterCompletion(int status) {
      end();
    }

    private void end() {
      tell(places);
      places.clear();
      @Nullable Object bound = TransactionSynchronizationManager.getResource(PlaceChanges.this);
      if (bound == this) {
        TransactionSynchronizationManager.unbindResource(PlaceChanges.this);
      }
    }
  }
}
