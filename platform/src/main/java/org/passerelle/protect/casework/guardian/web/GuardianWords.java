package org.passerelle.protect.casework.guardian.web;

import java.util.List;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.guardian.Mandate;

/** Names of guardians on pages: as entered, otherwise by their relation to the person. */
public final class GuardianWords {
  private GuardianWords() {}

  /** The holder of a mandate; the identity of a person of the case is not decrypted. */
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

  /** A form option, with the reason if they cannot consent. */
  public static String choice(
      Mandate mandate, List<Relations.Around> around, CaseWords words, Page page) {
    String who = words.of("guardian_kinds", mandate.kind()) + ": " + who(mandate, around, words);
    return mandate
        .bar(page.moments().now())
        .map(bar -> page.text("guardian.barred", who, page.text("guardian.bar." + bar.code())))
        .orElse(who);
  }
}
