package org.passerelle.forms.answers;

import java.util.List;

/**
 * A section as the part {@code forms/fields.jte} shows it.
 *
 * @param problems all of the section, for the summary on top
 */
public record SectionView(
    String id,
    String title,
    String hint,
    String why,
    List<FieldView> fields,
    List<Problem> problems) {
  public SectionView {
    fields = List.copyOf(fields);
    problems = List.copyOf(problems);
  }

  /** A sentence of the summary and the field to which it leads. */
  public record Problem(String field, String sentence) {}

  /** Whether the heading of the page is also the question. */
  public boolean isOneQuestion() {
    return fields.size() == 1 && fields.get(0).isGroup();
  }
}
