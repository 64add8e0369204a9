package org.passerelle.forms;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question for the template {@code protect/forms/field.jte}, with its answer or input.
 *
 * @param type type of the question, lower case with hyphens
 * @param value value of a text field
 * @param options options, selected ones marked
 * @param notKnown whether "not known, or not the moment" is selected; every choice offers it
 * @param offersNone whether "none of these" is offered
 * @param none whether it is selected
 * @param problems messages about the answer
 * @param evidenceProblems messages about the observations
 */
public record FieldView(
    String id,
    String type,
    String label,
    String hint,
    boolean required,
    String value,
    List<Option> options,
    boolean longList,
    boolean notKnown,
    boolean offersNone,
    boolean none,
    boolean evidence,
    String evidenceText,
    List<String> problems,
    List<String> evidenceProblems) {
  public FieldView {
    options = List.copyOf(options);
    problems = List.copyOf(problems);
    evidenceProblems = List.copyOf(evidenceProblems);
  }

  /**
   * An option.
   *
   * @param everywhere its labels in every language, if the list is long enough to be searched
   */
  public record Option(
      String code, String label, String hint, boolean chosen, @Nullable String everywhere) {}

  /** Name and id of the field. */
  public String name() {
    return Typed.field(id);
  }

  /** Name and id of the field for observations. */
  public String evidenceName() {
    return Typed.evidence(id);
  }

  /** Whether several options can be selected. */
  public boolean isMultiple() {
    return type.equals("multi-choice");
  }

  /** Whether it is a group of check boxes or radio buttons with a legend. */
  public boolean isGroup() {
    return isMultiple() || type.equals("yes-no-unknown") || (type.equals("choice") && !longList);
  }

  /** Ids of the elements that describe the field, for a screen reader; null if there are none. */
  public @Nullable String describedBy() {
    String ids =
        (hint.isEmpty() ? "" : name() + "-hint ") + (problems.isEmpty() ? "" : name() + "-error");
    return ids.isEmpty() ? null : ids.strip();
  }

  static String word(Question.Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
