package org.passerelle.work;

/** Code to run in the background, on a thread of its own and outside any transaction. */
@FunctionalInterface
public interface Task {
  /**
   * Does the work. Results that must not be lost are committed in transactions of its own; whatever
   * it throws, nothing may be left half-done.
   *
   * @throws org.passerelle.refusal.Refused to fail with a message for the user
   * @throws Cancelled from {@link Progress} once the user has cancelled it; do not catch it
   */
  void run(Progress progress) throws Exception;
}
