package org.passerelle.protect.casework.placement.stay;

/**
 * A person left a place, or did not arrive; published in the same transaction.
 *
 * @param stay the stay before the change
 * @param how code of {@code stay_ends}
 */
public record StayEnded(Stay stay, String how) {
  /** Whether they only moved to another place. */
  public boolean moved() {
    return how.equals("transfer");
  }
}
