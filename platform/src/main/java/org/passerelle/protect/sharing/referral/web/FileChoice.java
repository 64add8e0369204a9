package org.passerelle.protect.sharing.referral.web;

import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;

/**
 * A file of the case in the list of possible enclosures.
 *
 * @param objection reason why it may not be enclosed, or empty
 */
public record FileChoice(EnclosureSelection.Choice choice, String objection) {

  /** The newest version of the file. */
  public CaseAttachments.CaseFile file() {
    return choice.newest();
  }

  /** Whether the file is selected although it may not be enclosed. */
  public boolean isFaulty() {
    return choice.ticked() && !objection.isEmpty();
  }
}
