package org.passerelle.protect.casework.placement.place;

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
 * Sequence of changed places, by which cached places are refreshed. A change is visible at once to
 * the transaction that makes it, and to others when that transaction ends. Every change of a place,
 * its beds, its offers or its placing teams must be reported here. Thread-safe.
 */
@Component
class PlaceChanges {
  /** Number of changes remembered individually; a reader further behind reads everything. */
  static final int REMEMBERED = 500;

  private final UUID[] last = new UUID[REMEMBERED];
  private long count;

  /** Number of changes so far; must be taken before reading the cached data. */
  synchronized long count() {
    return count;
  }

  /**
   * Places changed between two counts.
   *
   * @return empty if that is too long ago
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

  /** Whether the current transaction has made changes that others must not see yet. */
  boolean own() {
    return TransactionSynchronizationManager.getResource(this) != null;
  }

  /** Reports a change in the current transaction. */
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

  /** Changes of one transaction. */
  private final class Own implements TransactionSynchronization {
    private final Set<UUID> places = new HashSet<>();

    @Override
    public int getOrder() {
      // before anything that reads places after this commit
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

    /** Also if it is unknown whether the transaction was committed. */
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
