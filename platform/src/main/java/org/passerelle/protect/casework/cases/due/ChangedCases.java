package org.passerelle.protect.casework.cases.due;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cases in whose journal the current transaction has written, each once, until it commits. Confined
 * to one thread.
 */
final class ChangedCases implements TransactionSynchronization {
  private static final int AT_ONCE = 500;
  private final DerivedDataUpdater keeper;
  private final Set<UUID> cases = new LinkedHashSet<>();

  private ChangedCases(DerivedDataUpdater keeper) {
    this.keeper = keeper;
  }

  /** The touched cases of the current transaction. */
  static ChangedCases of(DerivedDataUpdater keeper) {
    if (TransactionSynchronizationManager.getResource(keeper) instanceof ChangedCases there) {
      return there;
    }
    ChangedCases touched = new ChangedCases(keeper);
    TransactionSynchronizationManager.registerSynchronization(touched);
    TransactionSynchronizationManager.bindResource(keeper, touched);
    return touched;
  }

  void add(UUID caseId) {
    cases.add(caseId);
  }

  /**
   * Before the log entries are chained, which must come last because it blocks other transactions.
   */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 100;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    List<UUID> all = new ArrayList<>(cases);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      keeper.keep(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResourceIfPossible(keeper);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(keeper, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(keeper);
  }
}
