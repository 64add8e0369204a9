package org.passerelle.steer.letter.mailing;

/**
 * Whether readers can subscribe to the letter, here or at the house that this process belongs to.
 */
public interface SubscriptionOffer {
  /** Whether the archive leads there. */
  boolean offered();
}
