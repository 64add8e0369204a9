package org.passerelle.protect.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.told.Asked;
import org.passerelle.protect.consent.told.ConsentText;

/**
 * What a person is told before a consent.
 *
 * @param text in the language that was chosen, else in the reader's
 * @param wanted code of the language that was asked for, or empty
 * @param recipient what the recipient is called in the reader's language
 */
public record ToldPage(
    Case file,
    ConsentText text,
    Asked asked,
    String wanted,
    String recipient,
    Filled form,
    CaseWords words) {

  /** The texts that there are. */
  public List<ConsentText> texts() {
    return ConsentText.all();
  }

  /** Whether a language was asked for in which there is no text. */
  public boolean missing() {
    return !wanted.isEmpty() && !ConsentText.speaks(wanted);
  }
}
