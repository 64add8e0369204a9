package org.passerelle.understand.diagnosis;

import java.util.function.BiConsumer;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;

/**
 * What other parts of the room show beside a diagnosis and its interviews. They know the diagnosis;
 * it knows none of them.
 */
public interface Beside {

  /**
   * What stands beside a diagnosis.
   *
   * @param shown takes each thing under the name that the page has for it
   */
  void diagnosis(Diagnosis diagnosis, SignedIn who, BiConsumer<String, Object> shown);

  /** What stands beside an interview, with what was chosen in the page's form. */
  void interview(
      Interviews.Opened interview, Filled form, SignedIn who, BiConsumer<String, Object> shown);
}
