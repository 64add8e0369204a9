package org.passerelle.protect.screening.web;

import java.util.List;
import org.passerelle.protect.screening.FinishedScreening;
import org.passerelle.protect.screening.Screening;

/**
 * The result of a screening.
 *
 * @param officer name of who asked
 * @param steps what to do, in this order
 * @param answered how many questions that were shown have an answer
 * @param asked how many questions were shown
 * @param samePerson all screenings of the person that the reader may see
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
    List<Call> calls) {

  /** A step in words. */
  public record StepWords(String key, String title, String text, List<Call> calls) {}

  /** The screening. */
  public Screening screening() {
    return finished.screening();
  }
}
