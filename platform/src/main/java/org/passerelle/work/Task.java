package org.passerelle.work;

/** What runs in the background, on a thread of its own and outside any transaction. */
@FunctionalInterface
public interface Task {
  /**
   * Does the work. It commits what must not be lost in transactions of its own; whatever it throws,
   * nothing may be left half-way.
   *
   * @throws org.passerelle.pages.Refused to end as failed with a sentence for the user
   * @throws Cancelled from {@link Progress} once the user has asked for it; let it pass
   */
  void run(Progress progress) throws Exception;
}
