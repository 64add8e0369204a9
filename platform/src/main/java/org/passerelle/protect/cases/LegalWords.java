package org.passerelle.protect.cases;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.partner.LegalDeadlines;

/** What a deadline is for, in the reader's language; no name and no place. */
public record LegalWords(Texts texts) {

  /** A noun. */
  public String of(CaseDeadlines.Deadline deadline) {
    return of(deadline.rule());
  }

  /** The same of its rule; none for the day that a decision names. */
  public String of(LegalDeadlines.@Nullable Rule rule) {
    String word = rule == null ? texts.text("deadline.appeal") : rule.what().in(texts.language());
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }
}
