package org.passerelle.protect.report;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * A coded field by which cases are counted.
 *
 * @param id as a question names it: of the case itself its name, of an answer {@code answer.} and
 *     the code under which it is counted
 * @param several whether a case may hold several codes, and counts in several rows
 * @param dated whether it holds a day and no code
 * @param label of the question; of a field of the case the texts have it
 * @param codes in the order of list or form; a code without words has a text of its own
 */
public record ReportField(
    String id,
    boolean several,
    boolean dated,
    @Nullable Wording label,
    Map<String, Optional<Wording>> codes) {
  private static final String ANSWER = "answer.";

  /** Longest list of codes of which each has a row, also where nobody is in it. */
  static final int SHORT = 12;

  /** As a question names an answer. */
  static String answer(String code) {
    return ANSWER + code;
  }

  /** Whether it is an answer of a form. */
  public boolean isAnswer() {
    return id.startsWith(ANSWER);
  }

  /** The code under which an answer is counted. */
  String reporting() {
    return id.substring(ANSWER.length());
  }

  /** Whether the codes are so few that all of them are listed. */
  boolean isShort() {
    return codes.size() <= SHORT;
  }
}
