package org.passerelle.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Limits how many bodies are waited for at the same time: a thread that waits for a slow sender
 * serves nobody else, so one sender may occupy a few and all senders together half of the threads.
 * Most bodies arrive with their request and are not waited for at all. Safe for concurrent use.
 */
final class ConcurrentBodies {
  /** Bodies from one address without a signed-in user. */
  static final int OF_ONE_ADDRESS = 12;

  /** Bodies of one signed-in user. */
  static final int OF_ONE_PERSON = 6;

  private static final int OF_STRANGERS = 48;
  private static final int OF_ALL = 96;
  private final Semaphore strangers = new Semaphore(OF_STRANGERS);
  private final Semaphore all = new Semaphore(OF_ALL);
  private final Map<String, Integer> bySender = new ConcurrentHashMap<>();

  /**
   * Begins to wait.
   *
   * @param sender session, otherwise network address
   * @return false if there are too many; nothing is counted then
   */
  boolean begin(String sender, boolean signedIn) {
    if (!signedIn && !strangers.tryAcquire()) {
      return false;
    }
    if (!all.tryAcquire()) {
      release(signedIn);
      return false;
    }
    int most = signedIn ? OF_ONE_PERSON : OF_ONE_ADDRESS;
    int now = bySender.merge(sender, 1, Integer::sum);
    if (now > most) {
      end(sender, signedIn);
      return false;
    }
    return true;
  }

  /** Ends waiting. */
  void end(String sender, boolean signedIn) {
    bySender.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
    all.release();
    release(signedIn);
  }

  private void release(boolean signedIn) {
    if (!signedIn) {
      strangers.release();
    }
  }

  /** Number of bodies that are waited for. */
  int waiting() {
    return OF_ALL - all.availablePermits();
  }
}
