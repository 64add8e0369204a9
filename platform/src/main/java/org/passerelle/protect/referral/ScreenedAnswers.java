package org.passerelle.protect.referral;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** What can be given of a screening of a case; the room of screenings knows it. */
public interface ScreenedAnswers {

  /**
   * Answers of the newest finished screening, in the order of its questions: those in codes,
   * numbers and days. What was written freely stays where it is.
   */
  List<One> of(UUID caseId, SignedIn who);

  /**
   * One answer.
   *
   * @param question id of the question
   * @param category of data
   * @param told as it travels, see {@link org.passerelle.forms.ToldAnswer}
   */
  record One(String question, String category, String told) {}
}
