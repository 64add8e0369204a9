package org.passerelle.protect.placement.stay;

/**
 * Somebody left a place, or did not come; published in the transaction that says so.
 *
 * @param stay as it was before
 * @param how code of {@code stay_ends}
 */
public record StayOver(Stay stay, String how) {
  /** Whether they only went to another place. */
  public boolean moved() {
    return how.equals("transfer");
  }
}
