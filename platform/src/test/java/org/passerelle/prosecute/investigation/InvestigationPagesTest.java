package org.passerelle.prosecute.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages of an investigation as a prosecutor uses them. */
@OnBothDatabases
class InvestigationPagesTest {
  private static final String ALL = "/prosecute/investigations";
  @Parameter House house;

  @Test
  void anInvestigationIsBegunWorkedInAndClosed() {
    Member member = Member.of(house, Role.PROSECUTOR);
    Browser browser = member.browser();
    browser.get(ALL + "/new");
    Browser.Answer wrong = browser.post(ALL, "title", "", "kind", "trafficking");
    assertThat(wrong.status()).isEqualTo(422);
    browser.get(ALL + "/new");
    Browser.Answer begun =
        browser.post(
            ALL,
            "title",
            "The quay ring",
            "kind",
            "trafficking",
            "country",
            "FR",
            "opened",
            new Scenes(house).today().toString());
    assertThat(begun.status()).isEqualTo(302);
    String at = ALL + "/" + begun.location().replaceFirst(".*/", "");
    browser.get(at + "/timeline");
    browser.post(
        at + "/timeline",
        "day",
        new Scenes(house).today().minusDays(4).toString(),
        "words",
        "S-1 met V-1 at the market");
    String timeline = browser.get(at + "/timeline").body();
    assertThat(timeline).contains("S-1 met V-1 at the market", "Investigation begun");
    String strike =
        timeline.replaceFirst("(?s).*action=\"([^\"]+/timeline/[^\"]+/strike)\".*", "$1");
    browser.post(strike);
    assertThat(browser.get(at + "/timeline").body()).contains("<s class=\"prewrap\">S-1 met V-1");
    browser.get(at + "/tasks");
    browser.post(at + "/tasks", "words", "Ask the harbour", "due", "");
    assertThat(browser.get(at + "/tasks").body()).contains("Ask the harbour", "without a day");
    browser.get(at);
    browser.post(
        at + "/close", "reason", "handed_over", "on", new Scenes(house).today().toString());
    assertThat(browser.get(at).body())
        .contains("This investigation is closed", "handed over to another authority");
    assertThat(browser.get(ALL).body()).contains("The quay ring", ">closed<");
  }

  /** Rule 5, in every form of the room, since all texts are sealed in one place. */
  @Test
  void aTextThatNamesAShelterIsRefused() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    UUID id = new Scenes(house).begun(who).id();
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = "Seen at " + places.code(places.place(2, officer), officer);
    String at = ALL + "/" + id;
    for (String[] form :
        new String[][] {
          {"/timeline", "day", new Scenes(house).today().toString(), "words", shelter},
          {"/tasks", "words", "Write to " + shelter},
          {"/suspects", "nature", "natural", "state", "suspect", "name", "S", "address", shelter},
          {"/assets", "kind", "cash", "currency", "EUR", "country", "FR", "what", shelter}
        }) {
      String[] fields = Arrays.copyOfRange(form, 1, form.length);
      browserAt(member, at + form[0]);
      Browser.Answer answer = member.browser().post(at + form[0], fields);
      assertThat(answer.status()).as(form[0]).isEqualTo(422);
    }
    assertThatThrownBy(() -> house.get(TakeOver.class).ask("26-1", shelter, who))
        .as("nor in the reason of a take-over")
        .isInstanceOf(Refused.class)
        .hasMessageContaining("shelter");
  }

  private static void browserAt(Member member, String page) {
    assertThat(member.browser().get(page).status()).isEqualTo(200);
  }
}
