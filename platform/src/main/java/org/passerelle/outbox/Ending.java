package org.passerelle.outbox;

import java.util.Locale;

/**
 * How a message ends. In every case the digest of the payload is kept and the payload is deleted.
 */
public enum Ending {
  /** It was delivered. */
  DELIVERED,
  /**
   * It was ended after it had been sent to another node and before a receipt came: it counts as
   * delivered, so that any recipient that may have it is informed.
   */
  LEFT,
  /** Its legal basis did not hold at the moment of sending, or a review did not uphold it. */
  STOPPED,
  /** The person withdrew the consent on which it was based. */
  WITHDRAWN,
  /** The sender revoked it before it was sent. */
  REVOKED,
  /** The person concerned was erased. */
  ERASED,
  /** The other node rejected it for good, and an administrator gave it up. */
  UNDELIVERABLE;

  /** Whether it did not reach its recipient although its sender did not revoke it. */
  public boolean failed() {
    return this == STOPPED || this == WITHDRAWN || this == UNDELIVERABLE;
  }

  /** As stored, and as the last part of its text keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
