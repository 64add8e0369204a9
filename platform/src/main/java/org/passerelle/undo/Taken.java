package org.passerelle.undo;

import java.util.UUID;

/**
 * What an act takes away, and can put back for a moment.
 *
 * @param under the case or organisation that it was taken from; whatever ends that ends this
 * @param what a record of it
 * @param sealed whether it waits under a key of its own, below that of what it was taken from
 */
public record Taken(UUID under, Object what, boolean sealed) {
  /** Of what lies sealed in the house, or is long. */
  public static Taken sealed(UUID under, Object what) {
    return new Taken(under, what, true);
  }

  /** Of a short thing that its own row never hid; a key would hide nothing that the row showed. */
  public static Taken plain(UUID under, Object what) {
    return new Taken(under, what, false);
  }
}
