package org.passerelle.protect.sharing.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.told.Asked;
import org.passerelle.protect.sharing.consent.told.ConsentText;

/**
 * View of the information given before a consent.
 *
 * @param text text in the chosen language, otherwise in the reader's
 * @param wanted code of the requested language, or empty
 * @param recipient name of the recipient in the reader's language
 */
public record ToldPage(
    Case file,
    ConsentText text,
    Asked asked,
    String wanted,
    String recipient,
    Filled form,
    CaseWords words) {

  public List<ConsentText> texts() {
    return ConsentText.all();
  }

  /** Whether a language was requested that has no text. */
  public boolean missing() {
    return !wanted.isEmpty() && !ConsentText.speaks(wanted);
  }
}
