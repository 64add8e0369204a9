package org.passerelle.prevent.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Campaigns are kept by programme managers and read by all who work with the strategy. */
@OnBothDatabases
@Tag("slow")
class CampaignPagesTest {
  private static final String HERE = CampaignScene.HERE;
  private static final String TITLE = CampaignScene.TITLE;
  @Parameter House house;
  private CampaignScene scene;
  private Member manager;
  private SignedIn who;
  private Campaigns campaigns;
  private CampaignReach reach;

  @BeforeEach
  void aProgrammeManager() {
    scene = new CampaignScene(house);
    manager = scene.manager;
    who = scene.who;
    campaigns = scene.campaigns;
    reach = scene.reach;
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  @Test
  void aCampaignIsEnteredWithAllThatBelongsToIt() {
    Browser browser = manager.browser();
    assertThat(browser.get(HERE).body()).contains("No campaign has been entered");
    browser.get(HERE + "/new");
    assertThat(browser.post(HERE, "title", TITLE).status()).isEqualTo(422);
    String at = scene.sends(browser, "<b>" + TITLE);
    assertThat(at).startsWith(HERE + "/");
    assertThat(browser.get(at).body())
        .contains("&lt;b&gt;Before", "Ended", "No reach has been entered", scene.measure.href())
        .doesNotContain("<b>Before");
    browser.get(at + "/materials/new");
    String[] film = {
      "name",
      "The film",
      "kind",
      "film",
      "version-sr",
      "2",
      "holder",
      "Studio",
      "basis",
      "licence",
      "basis-words",
      "CC BY 4.0",
      "place",
      "Shelf 4"
    };
    assertThat(browser.post(at + "/materials", film).location()).isEqualTo(at);
    browser.get(at + "/countries/new");
    assertThat(
            browser
                .post(at + "/countries", "country", "AL", "text", "Ask for the contract")
                .location())
        .isEqualTo(at);
    browser.get(at + "/reach/new");
    String day = scene.today().minusDays(20).toString();
    String[] number = {
      "channel",
      "schools",
      "number",
      "240",
      "unit",
      "pupils",
      "from",
      day,
      "until",
      day,
      "source",
      "The school",
      "method",
      "Lists of classes"
    };
    assertThat(browser.post(at + "/reach", number).location()).isEqualTo(at);
    Campaign campaign = campaigns.list().get(0);
    String part = at + "/materials/" + campaign.materials().get(0).id();
    String brief = at + "/countries/" + campaign.briefs().get(0).id();
    String correct = at + "/reach/new?strikes=" + reach.of(campaign).get(0).id();
    for (String language : List.of("fr", "sr", "en")) {
      browser.get("/language/" + language + "?to=" + HERE);
      for (String page :
          List.of(HERE, at, at + "/edit", at + "/history", part, brief, correct, HERE + "/new")) {
        assertThat(browser.get(page).status()).as(language + " " + page).isEqualTo(200);
      }
    }
    assertThat(browser.get(at).body())
        .contains(
            "The film", "CC BY 4.0", "Ask for the contract", "240 pupils", "Lists of classes");
    assertThat(browser.get(scene.measure.href()).body()).contains("&lt;b&gt;Before", at);
    browser.get(at);
    assertThat(browser.post(part + "/withdraw").location()).isEqualTo(at);
    assertThat(browser.get(at).body()).contains("No material has been entered");
    assertThat(browser.get(part).status()).isEqualTo(404);
    assertThat(browser.get(at + "/history").body())
        .contains("Material taken out of use", "Text for a country written", "Campaign entered");
  }

  @Test
  void ofTwoWhoChangeTheSecondIsShownWhatTheFirstSaved() {
    Browser one = manager.browser();
    String at = scene.sends(one, TITLE);
    Browser two = Member.in(house, who.organisation(), Role.PROGRAMME_MANAGER).browser();
    one.get(at + "/edit");
    two.get(at + "/edit");
    assertThat(one.post(at, scene.form("Saved first", "_version", "1")).location()).isEqualTo(at);
    Browser.Answer late = two.post(at, scene.form("Saved second", "_version", "1"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Saved first", "Saved second");
    UUID id = campaigns.list().get(0).id();
    assertThat(campaigns.find(id).sheet().title()).isEqualTo("Saved first");
    assertThatThrownBy(() -> campaigns.change(who, id, 1, scene.ended(false)))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(house.get(CampaignHistory.class).of(id).get(0).changed()).containsOnlyKeys("title");
    UUID film = campaigns.addMaterial(who, id, CampaignScene.film("own", "", null));
    campaigns.changeMaterial(who, id, film, 1, CampaignScene.film("licence", "CC BY 4.0", null));
    assertThatThrownBy(
            () -> campaigns.changeMaterial(who, id, film, 1, CampaignScene.film("own", "", null)))
        .isInstanceOf(ChangedMeanwhile.class);
    campaigns.withdraw(who, id, film);
    assertThatThrownBy(() -> campaigns.withdraw(who, id, film)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> campaigns.changeMaterial(who, id, film, 2, CampaignScene.film("own", "", null)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theFirstPageAsksForReachAndForRightsUntilTheyAreSeenTo() {
    String asks = "Enter whom it reached: " + TITLE;
    String rights = "Renew or take out of use: The film";
    UUID id = campaigns.enter(who, scene.ended(false));
    assertThat(manager.browser().get("/").body()).contains(asks).doesNotContain(rights);
    assertThat(Member.of(house, Role.PROGRAMME_MANAGER).browser().get("/").body())
        .as("another organisation's manager")
        .doesNotContain(asks);
    reach.enter(who, id, scene.pupils(30), null);
    UUID film =
        campaigns.addMaterial(
            who, id, CampaignScene.film("licence", "CC", scene.today().plusDays(10)));
    assertThat(manager.browser().get("/").body()).contains(rights).doesNotContain(asks);
    campaigns.changeMaterial(
        who, id, film, 1, CampaignScene.film("licence", "CC", scene.today().plusDays(400)));
    assertThat(manager.browser().get("/").body()).doesNotContain(rights);
  }

  @Test
  void aCampaignThatWasCalledOffIsNotAskedForReach() {
    Browser browser = manager.browser();
    String at = scene.sends(browser, TITLE);
    assertThat(browser.get("/").body()).contains("Enter whom it reached");
    browser.get(at + "/edit");
    assertThat(browser.post(at, scene.form(TITLE, "called-off", "yes", "_version", "1")).location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Called off");
    assertThat(browser.get("/").body()).doesNotContain("Enter whom it reached");
    assertThat(browser.get(at + "/edit").body())
        .containsPattern("value=\"yes\"[^>]* checked|checked[^>]* value=\"yes\"");
  }

  @Test
  void othersReadAndChangeNothing() {
    UUID id = scene.running();
    String at = HERE + "/" + id;
    Browser analyst = Member.of(house, Role.ANALYST).browser();
    assertThat(analyst.get(HERE).body()).contains(TITLE).doesNotContain(HERE + "/new");
    assertThat(analyst.get(at).body())
        .contains("Girls of 14 to 18")
        .doesNotContain(at + "/edit", at + "/reach/new", at + "/materials/new");
    assertThat(analyst.get(at + "/history").status()).isEqualTo(200);
    for (String page : List.of("/edit", "/reach/new", "/materials/new", "/countries/new")) {
      assertThat(analyst.get(at + page).status()).as(page).isEqualTo(404);
    }
    analyst.get(at);
    assertThat(analyst.post(at, scene.form("Mine", "_version", "1")).status()).isEqualTo(404);
    Browser staff = Member.in(house, who.organisation(), Role.HOUSE_STAFF).browser();
    assertThat(staff.get(HERE).status()).isEqualTo(404);
    assertThat(staff.get(at).status()).isEqualTo(404);
    assertThat(new Browser(house).get(at).location()).startsWith("/sign-in");
    assertThat(manager.browser().get(HERE + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(campaigns.find(id).version()).isEqualTo(1);
  }
}
