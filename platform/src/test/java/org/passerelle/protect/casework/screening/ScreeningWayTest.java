package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The way through the short screening: questions, immediate advice, going back. */
@OnBothDatabases
class ScreeningWayTest {
  @Parameter House house;
  private Browser browser;
  private AskedPages pages;

  @BeforeEach
  void officer() {
    browser = Member.of(house, Role.FIRST_RESPONDER).browser();
    pages = new AskedPages(browser);
  }

  @Test
  void theAgeThenIsAskedOfAnAdultOnly() {
    String at = pages.begin("screening-short");
    String purpose = pages.next(at, "q-age_under_18", "no").replace("/danger", "/purpose");
    assertThat(pages.next(purpose, "q-purpose", "labour")).endsWith("/pages/age_then");
    pages.send(at, "next", "q-age_under_18", "yes");
    assertThat(pages.next(purpose, "q-purpose", "labour")).endsWith("/pages/crossing");
  }

  /** A person in danger is helped before anything else is asked; the answers are kept. */
  @Test
  void dangerNowSaysAtOnceWhomToCallAndGoesOn() {
    String at = pages.next(pages.begin("screening-short"), "q-age_under_18", "yes");
    assertThat(browser.get(at).body()).doesNotContain("Call for help now");
    at = pages.next(at, "q-danger_now", "yes");
    assertThat(at).endsWith("/pages/alone");
    assertThat(browser.get(at).body())
        .containsSubsequence(
            "role=\"alert\"", "Call for help now", "tel:112", "Can you talk alone?");
    at = pages.next(at, "q-alone", "yes");
    assertThat(browser.get(at).body()).doesNotContain("Call for help now");
  }

  @Test
  void aPageThatWasPassedOverIsOneJumpAway() {
    String at = pages.next(pages.begin("screening-short"), "q-age_under_18", "no");
    at = pages.next(at);
    at = pages.next(at, "q-alone", "yes");
    assertThat(browser.get(at).body()).contains("One unanswered page", "value=\"to-danger\"");
    String danger = pages.send(at, "to-danger").location();
    assertThat(danger).endsWith("/pages/danger?returns=languages");
    assertThat(pages.send(danger, "next", "returns", "languages", "q-danger_now", "no").location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).doesNotContain("unanswered");
  }

  @Test
  void aPersonWhoseLanguageNobodyWroteIsToldThroughAnInterpreter() {
    assertThat(told(browser, "fa"))
        .contains("You need not answer.", "say it with an interpreter")
        .doesNotContain("No native speaker");
  }

  @Test
  void aPersonOfTheRegionIsToldInTheirLanguageWithTheMarkThatNobodyHasCheckedIt() {
    Browser french = browser;
    french.get("/language/fr?to=/");
    assertThat(told(french, "sq"))
        .contains("Shqip", "lang=\"sq\" dir=\"ltr\"", "Nuk keni pse të përgjigjeni.")
        .contains("Aucune personne de cette langue maternelle n’a encore relu")
        .doesNotContain("Il n’y a pas de texte dans sa langue", "⟦");
    assertThat(told(french, "ar")).contains("lang=\"ar\" dir=\"rtl\"", "الإجابة ليست واجبة");
    assertThat(told(french, "sr"))
        .as("the house's own, in letters that the reader reads aloud")
        .contains("lang=\"sr-Latn\"", "Ne morate da odgovarate.")
        .doesNotContain("Aucune personne de cette langue");
  }

  /** The filter of a long list compares with the names in every language. */
  @Test
  void aLanguageIsFoundByItsNameInEveryLanguageAndScript() {
    String at = pages.begin("screening-short");
    pages.next(at, "q-age_under_18", "no");
    String page = browser.get(at.replace("/age", "/languages")).body().toLowerCase(Locale.ROOT);
    for (String typed : List.of("albanais", "албански", "albanian")) {
      assertThat(page)
          .containsPattern("data-everywhere=\"[^\"]*" + typed + "[^\"]*\"><input[^>]*value=\"sq\"");
    }
  }

  @Test
  void theWordsAreThoseOfEveryTextOfConsent() {
    assertThat(SpokenTexts.all())
        .extracting(SpokenTexts::code)
        .containsExactly("sq", "rom", "ro", "el", "mk", "bg", "ar");
    assertThat(SpokenTexts.all()).allMatch(one -> !one.reviewed() && !one.words().isBlank());
    assertThat(browser.get("/phone/words").body())
        .contains("\"screening.tell.in.sq\"", "Shqip", "\"screening.tell.in.ar\"");
  }

  /** The result page for a person who understands one language. */
  private static String told(Browser browser, String language) {
    AskedPages pages = new AskedPages(browser);
    String at = pages.begin("screening-short");
    pages.next(at, "q-age_under_18", "no");
    pages.next(at.replace("/age", "/languages"), "q-languages", language);
    String result = pages.send(at.replace("/age", "/urgency"), "finish").location();
    return browser.get(result).body();
  }

  /** A screening begun with the former version continues with its pages. */
  @Test
  void theFormerVersionStaysReadable() {
    FormDefinition former =
        house.get(FormDefinitions.class).version("screening-short", 1).orElseThrow();
    assertThat(former.sections().get(0).id()).isEqualTo("situation");
    assertThat(former.questions()).hasSizeGreaterThan(15);
  }
}
