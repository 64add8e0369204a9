package org.passerelle.undo;

import java.util.UUID;

/**
 * Content that an action removes and that can be restored for a moment.
 *
 * @param under the case or organisation it belonged to; erasing that erases this
 * @param what a record with the content
 * @param sealed whether it is stored under a key of its own, below that of its owner
 */
public record Taken(UUID under, Object what, boolean sealed) {
  /** Content that was stored sealed, or is long. */
  public static Taken sealed(UUID under, Object what) {
    return new Taken(under, what, true);
  }

  /** Short content that was stored in clear; sealing it would hide nothing. */
  public static Taken plain(UUID under, Object what) {
    return new Taken(under, what, false);
  }
}
