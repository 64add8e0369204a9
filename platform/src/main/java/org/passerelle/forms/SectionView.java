package org.passerelle.forms;

import java.util.List;

/**
 * A section for the template {@code protect/forms/fields.jte}.
 *
 * @param problems all problems of the section, for the summary at the top
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

  /** A message of the summary and the field it links to. */
  public record Problem(String field, String sentence) {}

  /** Whether the heading of the page is also the question. */
  public boolean isOneQuestion() {
    return fields.size() == 1 && fields.get(0).isGroup();
  }
}
