package org.passerelle.protect.sharing.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;

/**
 * View of a consent that another person may confirm.
 *
 * @param recipient name of the recipient
 * @param guardians guardians who could confirm, or why they cannot
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
