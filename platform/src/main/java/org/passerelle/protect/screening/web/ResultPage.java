package org.passerelle.protect.screening.web;

import java.util.List;
import org.passerelle.protect.screening.AfterScreening;
import org.passerelle.protect.screening.FinishedScreening;
import org.passerelle.protect.screening.Screening;
import org.passerelle.protect.screening.ScreeningOrigin;
import org.passerelle.protect.screening.Step;

/**
 * The result of a screening.
 *
 * @param officer name of who asked
 * @param steps what to do, in this order
 * @param answered how many questions that were shown have an answer
 * @param asked how many questions were shown
 * @param samePerson all screenings of the person that the reader may see
 * @param offers what else can be done with it now
 * @param spoken what the person is told
 * @param origins how it came here, if not by these pages
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

  /** A step in words. */
  public record StepWords(String key, String title, String text, List<Call> calls) {}

  /** Whether somebody else can be asked for help now. */
  public boolean refers() {
    return screening().caseId() != null || finished.result().steps().contains(Step.OPEN_CASE);
  }

  /** The screening. */
  public Screening screening() {
    return finished.screening();
  }
}
