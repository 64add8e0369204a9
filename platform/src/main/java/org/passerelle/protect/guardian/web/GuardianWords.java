package org.passerelle.protect.guardian.web;

import java.util.List;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.guardian.Mandate;

/**
 * What a guardian is called on pages: as they were entered, else by what they are to the person.
 */
public final class GuardianWords {
  private GuardianWords() {}

  /** Who holds a mandate; who a person of the case is, is not opened. */
  public static String who(Mandate mandate, List<Relations.Around> around, CaseWords words) {
    if (!mandate.words().name().isEmpty()) {
      return mandate.words().name();
    }
    return around.stream()
        .filter(a -> a.person().equals(mandate.person()))
        .findFirst()
        .map(words::around)
        .orElse("…");
  }

  /** As a choice of a form, with why they cannot consent where they cannot. */
  public static String choice(
      Mandate mandate, List<Relations.Around> around, CaseWords words, Page page) {
    String who = words.of("guardian_kinds", mandate.kind()) + ": " + who(mandate, around, words);
    return mandate
        .bar(page.moments().today())
        .map(bar -> page.text("guardian.barred", who, page.text("guardian.bar." + bar.code())))
        .orElse(who);
  }
}
