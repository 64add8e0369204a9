package org.passerelle.undo;

import java.util.UUID;

/**
 * Content that an action removes and that can be restored for a moment.
 *
 * @param under the case or organisation it belonged to; erasing that erases this
 * @param what a record with the content
 * @param sealed whether it is stored under a key of its own, below that of its owner
 */
public record RemovedContent(UUID under, Object what, boolean sealed) {
  /** Content that was stored sealed, or is long. */
  public static RemovedContent sealed(UUID under, Object what) {
    return new RemovedContent(under, what, true);
  }

  /** Short content that was stored in clear; sealing it would hide nothing. */
  public static RemovedContent plain(UUID under, Object what) {
    return new RemovedContent(under, what, false);
  }
}
