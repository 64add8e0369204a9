package org.passerelle.evidence.custody;

import org.passerelle.evidence.BadCaseFile;

/** An entry that does not fit the chain before it; the message says which and why. */
public final class BrokenChain extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param number number of the entry, from 1
   */
  public BrokenChain(String item, long number, String why) {
    super(BadCaseFile.shown("Custody of exhibit %s, entry %d: %s".formatted(item, number, why)));
  }
}
