package org.passerelle.protect.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Consent;

/**
 * A consent that somebody else may confirm.
 *
 * @param recipient what the recipient is called
 * @param guardians who could, or why not
 */
public record ConfirmPage(
    Case file,
    Consent consent,
    String recipient,
    List<Option> guardians,
    Filled form,
    CaseWords words) {
  public ConfirmPage {
    guardians = List.copyOf(guardians);
  }
}
