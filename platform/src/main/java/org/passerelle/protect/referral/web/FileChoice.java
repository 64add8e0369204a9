package org.passerelle.protect.referral.web;

import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.referral.Enclosing;

/**
 * A file of the case to be ticked or not.
 *
 * @param objection sentence that says why it may not go, or empty
 */
public record FileChoice(Enclosing.Choice choice, String objection) {

  /** The file as its newest version. */
  public CaseFiles.CaseFile file() {
    return choice.newest();
  }

  /** Whether what is ticked may not go. */
  public boolean isFaulty() {
    return choice.ticked() && !objection.isEmpty();
  }
}
