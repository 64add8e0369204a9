package org.passerelle.protect.casework.screening;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Screening answers of a case that can be given; implemented by the screening package. */
public interface ScreenedAnswers {

  /**
   * Answers of the most recent finished screening, in the order of its questions: codes, numbers
   * and dates. Free text is never given.
   */
  List<One> of(UUID caseId, SignedIn who);

  /**
   * A screening answer.
   *
   * @param question identifier of the question
   * @param category of data
   * @param told as it is sent, see {@link org.passerelle.forms.answers.ToldAnswer}
   */
  record One(String question, String category, String told) {}
}
