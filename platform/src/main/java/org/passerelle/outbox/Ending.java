package org.passerelle.outbox;

import java.util.Locale;

/**
 * How a message ends. Whichever it is, the digest of what it carried stays and the words do not.
 */
public enum Ending {
  /** It arrived. */
  DELIVERED,
  /**
   * It was ended after it had left for another node and before a receipt came: it counts as
   * arrived, so that whoever may have it is told what became of it.
   */
  LEFT,
  /** Its basis did not hold at the moment of sending, or a review did not uphold it. */
  STOPPED,
  /** The person withdrew the consent it rested on. */
  WITHDRAWN,
  /** The sender took it back before it left. */
  REVOKED,
  /** The person it told of was erased. */
  ERASED,
  /** The other node refused it for good, and an administrator gave it up. */
  UNDELIVERABLE;

  /** Whether it did not reach its recipient although nobody of its sender took it back. */
  public boolean failed() {
    return this == STOPPED || this == WITHDRAWN || this == UNDELIVERABLE;
  }

  /** As it is stored and as the keys of its name end. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
