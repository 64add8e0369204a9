package org.passerelle.forms.words;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;

/** Labels of codes for one reader. */
public class CodeWords {
  private final CodeOptions options;
  private final Language language;

  public CodeWords(CodeOptions options, Language language) {
    this.options = options;
    this.language = language;
  }

  /** Label of a code, empty for null. */
  public String of(String list, @Nullable String code) {
    return options.label(list, code, language);
  }

  /** Labels of several codes, separated by commas. */
  public String of(String list, List<String> codes) {
    return String.join(", ", codes.stream().map(c -> of(list, c)).toList());
  }

  /** Screening answers that were sent, each with its question. */
  public String told(List<String> answers, Page page) {
    return String.join("; ", said(answers, page).stream().map(ToldAnswer.Said::line).toList());
  }

  /** The same with question and answer apart, since a guest's language may lack some of them. */
  public List<ToldAnswer.Said> said(List<String> answers, Page page) {
    return answers.stream().map(a -> options.told(a, page)).toList();
  }

  /** Options of a list in its own order. */
  public List<Option> choices(String list) {
    return options.ordered(list, language);
  }

  /** Options of a list in alphabetical order of the language. */
  public List<Option> sorted(String list) {
    return options.sorted(list, language);
  }
}
