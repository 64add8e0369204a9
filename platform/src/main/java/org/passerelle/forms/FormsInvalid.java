package org.passerelle.forms;

import java.util.List;
import java.util.stream.Collectors;

/** The form definitions are invalid; the message lists every problem found. */
public final class FormsInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<FormProblem> problems;

  FormsInvalid(List<FormProblem> problems) {
    super(
        problems.stream()
            .map(FormProblem::toString)
            .collect(
                Collectors.joining(
                    System.lineSeparator(),
                    "The form definitions have %d problem(s).%n".formatted(problems.size()),
                    "")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of the files. */
  public List<FormProblem> problems() {
    return problems;
  }
}
