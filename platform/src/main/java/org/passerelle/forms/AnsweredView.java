package org.passerelle.forms;

import java.util.List;

/**
 * What was answered in a section, for reading, with the labels of the version that was filled in.
 */
public record AnsweredView(String title, List<Line> lines) {
  public AnsweredView {
    lines = List.copyOf(lines);
  }

  /**
   * One answer.
   *
   * @param values one, or the codes of a multi-choice in words
   * @param known false for "not known" and for questions without an answer
   * @param evidence what was seen or heard, or empty
   */
  public record Line(
      String label, List<String> values, boolean known, String evidence, boolean writing) {
    public Line {
      values = List.copyOf(values);
    }
  }
}
