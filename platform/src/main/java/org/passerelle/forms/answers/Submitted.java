package org.passerelle.forms.answers;

import java.util.List;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;

/**
 * Result of submitting a draft.
 *
 * @param missing required questions that are visible and not answered; if there are any, nothing
 *     was submitted
 * @param answers answers to the visible questions, as submitted
 */
public record Submitted(FormDefinition definition, List<Question> missing, Answers answers) {
  public Submitted {
    missing = List.copyOf(missing);
  }

  /** Whether it was submitted. */
  public boolean isDone() {
    return missing.isEmpty();
  }
}
