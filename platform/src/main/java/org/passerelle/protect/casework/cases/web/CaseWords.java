package org.passerelle.protect.casework.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.ToldAnswer;
import org.passerelle.language.Language;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;

/** Labels of codes for one reader. */
public final class CaseWords {
  private final CaseOptions options;
  private final Language language;

  public CaseWords(CaseOptions options, Language language) {
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

  /** Description of a person around the case by role and relation, without a name. */
  public String around(Relations.Around one) {
    return of("roles_in_case", one.role()) + ", " + of("relations", one.relation());
  }

  /** Description used in place of a name: “Lumi”, about 15; woman, 34; age not known. */
  public String person(Case file, Page page) {
    String age = age(file.person().birthYearFrom(), file.person().birthYearTo(), page);
    String pseudonym = file.details().pseudonym();
    String first =
        pseudonym.isEmpty()
            ? someone(file.person().gender(), page)
            : page.text("cases.pseudonym", pseudonym);
    return page.text("cases.person", first, age);
  }

  /** The same for a row of a list. */
  public static String person(
      String pseudonym,
      @Nullable String gender,
      @Nullable Integer from,
      @Nullable Integer to,
      Page page) {
    String first =
        pseudonym.isEmpty() ? someone(gender, page) : page.text("cases.pseudonym", pseudonym);
    return page.text("cases.person", first, age(from, to, page));
  }

  private static String someone(@Nullable String gender, Page page) {
    return page.text(
        "cases.someone."
            + (gender == null
                ? "unknown"
                : gender.equals("female") || gender.equals("male") ? gender : "unknown"));
  }

  private static String age(@Nullable Integer from, @Nullable Integer to, Page page) {
    if (from == null || to == null) {
      return page.text("cases.age-unknown");
    }
    int year = page.moments().today().getYear();
    int youngest = year - to - 1;
    int oldest = year - from;
    return oldest - youngest <= 1
        ? page.text("cases.age-about", oldest)
        : page.text("cases.age-between", Math.max(0, youngest), oldest);
  }
}
