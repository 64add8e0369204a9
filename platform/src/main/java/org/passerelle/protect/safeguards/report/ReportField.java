package org.passerelle.protect.safeguards.report;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * A coded field by which cases can be counted.
 *
 * @param id its name in a question: for a field of the case its name, for an answer {@code answer.}
 *     and its reporting code
 * @param several whether a case may have several codes and is counted in several rows
 * @param dated whether it is a date instead of a code
 * @param label label of the question; fields of the case have texts of their own
 * @param codes codes in the order of the list or form; a code without a label has a text of its own
 */
public record ReportField(
    String id,
    boolean several,
    boolean dated,
    @Nullable Wording label,
    Map<String, Optional<Wording>> codes) {
  private static final String ANSWER = "answer.";

  /** Maximum length of lists whose codes all get a row, even without cases. */
  static final int SHORT = 12;

  /** The name of an answer in a question. */
  static String answer(String code) {
    return ANSWER + code;
  }

  /** Whether it is an answer of a form. */
  public boolean isAnswer() {
    return id.startsWith(ANSWER);
  }

  /** The reporting code of an answer. */
  String reporting() {
    return id.substring(ANSWER.length());
  }

  /** Whether there are so few codes that all are listed. */
  boolean isShort() {
    return codes.size() <= SHORT;
  }
}
