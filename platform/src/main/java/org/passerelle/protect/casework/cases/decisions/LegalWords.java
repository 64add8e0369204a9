package org.passerelle.protect.casework.cases.decisions;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.partner.LegalDeadlines;

/** Names of legal deadlines in the reader's language, without persons or places. */
public record LegalWords(Texts texts) {

  /** Name of a deadline. */
  public String of(CaseDeadlines.Deadline deadline) {
    return of(deadline.rule());
  }

  /** Name of a deadline's rule; null stands for the date stated in a decision. */
  public String of(LegalDeadlines.@Nullable Rule rule) {
    String word = rule == null ? texts.text("deadline.appeal") : rule.what().in(texts.language());
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }
}
