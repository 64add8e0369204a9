package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.paper.VeraPdf;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What readers download is what was judged: the stored PDF of each edition of a later issue. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class ReleasedPdfTest {
  @Parameter House house;

  @Test
  void everyReleasedEditionOfACopyConforms() throws Exception {
    Strategy.in(house);
    Member manager = ReleasedIssue.manager(house);
    Browser browser = manager.browser();
    int number = LetterDesk.number();
    browser.get("/steer/letters/new");
    Browser.Answer begun =
        browser.post(
            "/steer/letters",
            "number",
            Integer.toString(number),
            "date",
            "2019-07",
            "theme.en",
            "a year of the strategy",
            "theme.fr",
            "une année de la stratégie",
            "theme.sr",
            "година стратегије",
            "from",
            "letter-12",
            "texts",
            "yes");
    assertThat(begun.location()).as(begun.body()).isEqualTo("/steer/letters/" + number);
    KeptIssue.of(house::get, number);
    for (String tag : Composer.LANGUAGES) {
      String at = "/letters/" + number + "/" + tag + ".pdf";
      byte[] pdf = new Browser(house).whole(at).body();
      VeraPdf.assertConforms(pdf, at);
    }
  }
}
