package org.passerelle.forms;

import java.util.List;
import org.passerelle.language.Language;

/** The codes of a question in display order. */
public final class SortedCodes {
  private SortedCodes() {}

  /** In the order of the form; a long list sorted by language. */
  public static List<Code> of(Question question, Language language) {
    CodeList list = question.codes();
    if (list == null) {
      return List.of();
    }
    return question.isLongList() ? CodeLists.sorted(list, language) : list.codes();
  }
}
