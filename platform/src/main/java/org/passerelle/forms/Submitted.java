package org.passerelle.forms;

import java.util.List;

/**
 * What became of a draft that was to be handed in.
 *
 * @param missing required questions that are shown and not answered; if there are any, nothing was
 *     handed in
 * @param answers to the questions that are shown, as they were handed in
 */
public record Submitted(FormDefinition definition, List<Question> missing, Answers answers) {
  public Submitted {
    missing = List.copyOf(missing);
  }

  /** Whether it was handed in. */
  public boolean isDone() {
    return missing.isEmpty();
  }
}
