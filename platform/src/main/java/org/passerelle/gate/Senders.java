package org.passerelle.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many bodies are waited for at the same moment: a thread that waits for a slow sender serves
 * nobody else, so one sender may hold a few and all of them together half of what there are. Most
 * bodies arrive with their request and are not waited for at all. Threads may share it.
 */
final class Senders {
  /** Bodies of one address that nobody is signed in from. */
  static final int OF_ONE_ADDRESS = 12;

  /** Bodies of one person who is signed in. */
  static final int OF_ONE_PERSON = 6;

  private static final int OF_STRANGERS = 48;
  private static final int OF_ALL = 96;
  private final Semaphore strangers = new Semaphore(OF_STRANGERS);
  private final Semaphore all = new Semaphore(OF_ALL);
  private final Map<String, Integer> bySender = new ConcurrentHashMap<>();

  /**
   * Begins to wait.
   *
   * @param sender session, else network address
   * @return false if there are too many; then nothing was begun
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

  /** Ends what was begun. */
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

  /** How many are waited for. */
  int waiting() {
    return OF_ALL - all.availablePermits();
  }
}
