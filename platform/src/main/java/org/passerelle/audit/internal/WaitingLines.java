package org.passerelle.audit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of one transaction. They join the chain as its very last step before the commit, so
 * that a long transaction does not keep others from the head of the chain; if that fails, the
 * transaction fails. For the thread that runs the transaction.
 */
final class WaitingLines implements TransactionSynchronization {
  private final Chain chain;
  private final List<Unchained> lines = new ArrayList<>();
  private final Map<Object, Integer> savepoints = new HashMap<>();
  private boolean joined;

  private WaitingLines(Chain chain) {
    this.chain = chain;
  }

  /** The entries of the current transaction. */
  static WaitingLines here(Chain chain) {
    if (TransactionSynchronizationManager.getResource(chain) instanceof WaitingLines there) {
      return there;
    }
    WaitingLines waiting = new WaitingLines(chain);
    TransactionSynchronizationManager.registerSynchronization(waiting);
    TransactionSynchronizationManager.bindResource(chain, waiting);
    return waiting;
  }

  void add(List<Unchained> more) {
    if (joined) {
      // another synchronisation does its own last step after this one
      chain.join(more);
    } else {
      lines.addAll(more);
    }
  }

  @Override
  public int getOrder() {
    // only the destruction of keys runs later: if the entry fails, they are kept
    return Ordered.LOWEST_PRECEDENCE - 1;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    joined = true;
    if (!lines.isEmpty()) {
      chain.join(lines);
    }
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResourceIfPossible(chain);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(chain, this);
  }

  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, lines.size());
  }

  @Override
  public void savepointRollback(Object savepoint) {
    // a savepoint set before the first entry is unknown here
    lines.subList(savepoints.getOrDefault(savepoint, 0), lines.size()).clear();
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(chain);
    if (status == STATUS_COMMITTED && !joined && !lines.isEmpty()) {
      // written after the commit, by a listener: too late to join that transaction
      chain.joinAlone(lines);
    }
  }
}
