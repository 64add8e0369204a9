package org.passerelle.understand.diagnosis;

import java.util.function.BiConsumer;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;

/**
 * Extension point: content that other packages add to the pages of a diagnosis and its interviews.
 * They depend on the diagnosis, not the other way round.
 */
public interface DiagnosisExtras {

  /**
   * Adds content to the page of a diagnosis.
   *
   * @param shown receives each value with its name in the template
   */
  void diagnosis(Diagnosis diagnosis, SignedIn who, BiConsumer<String, Object> shown);

  /** Adds content to the page of an interview, given the page's form. */
  void interview(
      Interviews.Opened interview, Filled form, SignedIn who, BiConsumer<String, Object> shown);
}
