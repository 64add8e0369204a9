package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.accounts.Browser;
import org.passerelle.language.GuestTexts;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever reports something reads the page in a language of the region that the house lacks. */
@OnBothDatabases
class TipLanguagesTest {
  @Parameter House house;
  private TipScene scene;

  @BeforeEach
  void aTeamReceives() {
    scene = new TipScene(house);
  }

  @ParameterizedTest
  @CsvSource({"sq, Kosovë*", "mk, Косово*", "ro, Kosovo*", "el, Κοσσυφοπέδιο*", "bg, Косово*"})
  void everyPageOfATipIsInTheLanguageOfItsReader(String tag, String kosovo) throws IOException {
    Browser writer = new Browser(house);
    assertThat(writer.get("/language/" + tag + "?to=/tips").location()).isEqualTo("/tips");
    Browser.Answer form = writer.get("/tips");
    whole(form, tag, "tips.title", "tips.lines", "tips.sealed.server", "access.exit");
    assertThat(form.body())
        .contains(kosovo, GuestTexts.text(tag, "list.country_notes.XK"))
        .contains(GuestTexts.text(tag, "list.emergency_lines.child_helpline"))
        .contains(GuestTexts.text(tag, "list.emergency_lines.not-verified"))
        .doesNotContain("Child helpline", "not verified; check", "without prejudice to positions")
        .as("pages that are not in this language are not offered in it")
        .doesNotContain("href=\"/letters\"");
    whole(scene.sends(writer, " "), tag, "form.error.required");
    writer.get("/tips");
    Browser.Answer sent = scene.sends(writer, TipScene.TEXT);
    whole(sent, tag, "tips.sent", "tips.code.what", "tips.danger");
    whole(writer.get("/tips/return"), tag, "tips.return", "tips.return.hint");
    whole(writer.post("/tips/return", "return-code", "one two"), tag, "tips.refused.code");
    writer.get("/tips/return");
    assertThat(writer.post("/tips/return", "return-code", TipScene.code(sent)).location())
        .isEqualTo("/tips/return/inside");
    whole(writer.get("/tips/return/inside"), tag, "tips.inside.unread", "tips.more.what");
  }

  /** Somebody who has no account must not be led to the sign-in. */
  @Test
  void aPageThatIsNotThereLeadsBackToTheTips() throws IOException {
    Browser writer = new Browser(house);
    writer.get("/language/sq?to=/tips");
    Browser.Answer gone = writer.get("/tips/no-such-page");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body())
        .contains("<html lang=\"sq\">", GuestTexts.text("sq", "problem.not-found.title"))
        .contains("href=\"/tips\">" + GuestTexts.text("sq", "problem.back"));
  }

  @Test
  void otherPagesStayInTheLanguagesOfTheHouse() {
    Browser writer = new Browser(house);
    writer.get("/language/ro?to=/tips");
    assertThat(writer.get("/tips").body())
        .contains("<html lang=\"ro\">", "hreflang=\"sq\"", "Македонски");
    assertThat(writer.get("/letters").body())
        .contains("<html lang=\"en\">")
        .doesNotContain("hreflang=\"ro\"");
  }

  /** Entirely in the language, with these texts, and marked as unreviewed. */
  private static void whole(Browser.Answer page, String tag, String... keys) throws IOException {
    String body = page.body();
    assertThat(body).contains("<html lang=\"" + tag + "\">").doesNotContain("⟦");
    for (String key : keys) {
      assertThat(body).as(key).contains(GuestTexts.text(tag, key));
    }
    assertThat(body).contains(GuestTexts.text(tag, "tips.unreviewed"));
    assertThat(GuestTexts.english(body, tag, "en/tips", "en/form", "en/house", "en/access"))
        .as("English that has a translation")
        .isEmpty();
  }
}
