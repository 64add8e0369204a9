package org.passerelle.protect.casework.cases.web;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseStanding.Clause;
import org.passerelle.protect.casework.cases.CaseStanding.Missing;
import org.passerelle.protect.casework.cases.CaseStanding.Standing;

/**
 * Status of a person: a sentence of clauses, and what is missing.
 *
 * @param clauses in order, each with the capital letter or punctuation that the sentence needs
 * @param missing what to start, by priority
 */
public record CaseStatusSummary(List<Clause> clauses, List<Missing> missing) {
  public CaseStatusSummary {
    clauses = List.copyOf(clauses);
    missing = List.copyOf(missing);
  }

  static CaseStatusSummary of(List<Standing> standings, Texts texts) {
    List<Clause> sorted =
        standings.stream()
            .flatMap(standing -> standing.clause().stream())
            .sorted(Comparator.comparingInt(Clause::order))
            .toList();
    List<Clause> sentence = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Clause one = sorted.get(i);
      String text = i == 0 ? capital(one.text()) : one.text();
      sentence.add(
          new Clause(
              one.order(),
              ended(text, i == sorted.size() - 1 ? "." : texts.semicolon()),
              one.tone(),
              one.path()));
    }
    return new CaseStatusSummary(
        sentence,
        standings.stream()
            .flatMap(standing -> standing.missing().stream())
            .sorted(Comparator.comparingInt(Missing::order))
            .toList());
  }

  private static String capital(String text) {
    return UCharacter.toTitleCase(
        Locale.ROOT,
        text,
        BreakIterator.getSentenceInstance(Locale.ROOT),
        UCharacter.TITLECASE_NO_LOWERCASE);
  }

  /** Avoids a double full stop after a date that ends with one. */
  private static String ended(String text, String end) {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return bare + end;
  }
}
