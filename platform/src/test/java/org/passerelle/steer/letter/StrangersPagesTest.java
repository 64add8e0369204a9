package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What everybody may open leads on, and says what is known and what is not. */
@OnBothDatabases
class StrangersPagesTest {
  @Parameter House house;

  /** Issues 8 to 11 were printed before there was this program. */
  @Test
  void theArchiveNamesEarlierIssuesAndNoDraft() {
    Strategy.in(house);
    String body = new Browser(house).get("/letters").body();
    assertThat(body)
        .contains("Earlier issues", "not kept here", "The strategy for combatting forced marriage")
        .containsPattern("(?s)No\\. 11, November 2018.*No\\. 8, January 2018")
        .doesNotContain("No. 13");
  }

  @Test
  void lettersCalendarAndSignInLeadToEachOther() {
    for (String at : List.of("/letters", "/reports", "/calendar", "/sign-in")) {
      assertThat(new Browser(house).get(at).body())
          .as(at)
          .contains(
              "href=\"/reports\"",
              "href=\"/letters\"",
              "href=\"/calendar\"",
              "href=\"/sign-in\"",
              "Open to all")
          .as("a switch of languages on a phone, too")
          .contains("class=\"end always\"");
    }
    assertThat(Member.of(house, Role.PROGRAMME_MANAGER).browser().get("/calendar").body())
        .doesNotContain("Open to all");
  }
}
