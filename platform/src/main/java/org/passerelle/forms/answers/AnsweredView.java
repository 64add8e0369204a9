package org.passerelle.forms.answers;

import java.util.List;

/** The answers of a section for reading, with the labels of the version that was filled in. */
public record AnsweredView(String title, List<Line> lines) {
  public AnsweredView {
    lines = List.copyOf(lines);
  }

  /**
   * One answer.
   *
   * @param values one value, or the labels of the selected codes
   * @param known false for "not known" and for questions without an answer
   * @param evidence observations, or empty
   */
  public record Line(
      String label, List<String> values, boolean known, String evidence, boolean writing) {
    public Line {
      values = List.copyOf(values);
    }
  }
}
