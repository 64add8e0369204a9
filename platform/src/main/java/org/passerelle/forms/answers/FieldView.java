package org.passerelle.forms.answers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Question;

/**
 * A question as the part {@code forms/field.jte} shows it, with what was answered or typed.
 *
 * @param type of the question, lower case with hyphens
 * @param value of a field to write in
 * @param options to choose from, with those that are chosen
 * @param notKnown whether "not known, or not the moment" is chosen; every choice offers it
 * @param offersNone whether "none of these" is offered
 * @param none whether it is chosen
 * @param problems sentences about the answer
 * @param evidenceProblems sentences about what was seen or heard
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
   * A choice.
   *
   * @param everywhere its names in every language, where there are so many that they are searched
   */
  public record Option(
      String code, String label, String hint, boolean chosen, @Nullable String everywhere) {}

  /** Name and id of the field. */
  public String name() {
    return Typed.field(id);
  }

  /** Name and id of the field for what was seen or heard. */
  public String evidenceName() {
    return Typed.evidence(id);
  }

  /** Whether several can be chosen. */
  public boolean isMultiple() {
    return type.equals("multi-choice");
  }

  /** Whether it is a group of boxes or buttons with a legend. */
  public boolean isGroup() {
    return isMultiple() || type.equals("yes-no-unknown") || (type.equals("choice") && !longList);
  }

  /** Identifiers of what describes the field, for a screen reader; null if nothing does. */
  public @Nullable String describedBy() {
    String ids =
        (hint.isEmpty() ? "" : name() + "-hint ") + (problems.isEmpty() ? "" : name() + "-error");
    return ids.isEmpty() ? null : ids.strip();
  }

  static String word(Question.Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
