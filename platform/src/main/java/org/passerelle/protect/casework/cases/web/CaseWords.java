package org.passerelle.protect.casework.cases.web;

import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.language.Language;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;

/** Labels of codes and descriptions of persons for one reader. */
public final class CaseWords extends CodeWords {
  public CaseWords(CodeOptions options, Language language) {
    super(options, language);
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
