package org.passerelle.protect.casework.screening.web;

import java.util.List;
import org.passerelle.protect.casework.screening.AfterScreening;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.ScreeningOrigin;
import org.passerelle.protect.casework.screening.Step;

/**
 * View of the result of a screening.
 *
 * @param officer name of the officer
 * @param steps recommended steps, in order
 * @param answered number of shown questions with an answer
 * @param asked number of shown questions
 * @param samePerson all screenings of the person that the reader may see
 * @param offers further acts that are possible now
 * @param spoken text to be told to the person
 * @param origins how it came here, if not through these pages
 */
public record ResultPage(
    FinishedScreening finished,
    FormFacts facts,
    ResultWords words,
    String officer,
    List<StepWords> steps,
    int answered,
    int asked,
    List<Screening> samePerson,
    List<Call> calls,
    List<AfterScreening.Offer> offers,
    List<ScreeningOrigin.Told> origins,
    SpokenWords.Spoken spoken) {

  /** A step as text. */
  public record StepWords(String key, String title, String text, List<Call> calls) {}

  /** Whether a referral can be made now. */
  public boolean refers() {
    return screening().caseId() != null || finished.result().steps().contains(Step.OPEN_CASE);
  }

  public Screening screening() {
    return finished.screening();
  }
}
