package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.prevent.campaign.CampaignScene;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.wording.CampaignWording;
import org.passerelle.prevent.wording.CampaignWordings;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Campaigns in a letter: chosen, written in three languages, and as released ever after. */
@OnBothDatabases
class CampaignLetterTest {
  private static final LocalDate BEGIN = LocalDate.of(2019, 9, 2);
  private static final List<String> TEXTS = List.of(CampaignScene.TITLE, "Girls of 14 to 18");
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);
  private CampaignScene scene;
  private UUID id;
  private String form;

  @BeforeEach
  void aCampaignBeforeTheIssue() {
    scene = new CampaignScene(house);
    id =
        scene.campaigns.enter(
            scene.who, scene.sheet("Ask first", BEGIN, BEGIN.plusDays(20), false));
    form = CampaignScene.HERE + "/" + id + "/wording";
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  private static String field(String text, String language) {
    return "t-" + CampaignWording.key(text) + "." + language;
  }

  private static List<String> written(String more, String... texts) {
    List<String> fields = new ArrayList<>(List.of("told", "yes"));
    for (String text : texts) {
      fields.addAll(List.of(field(text, "en"), text + more));
      fields.addAll(List.of(field(text, "fr"), "En français : " + text));
      fields.addAll(List.of(field(text, "sr"), "Српски"));
    }
    return fields;
  }

  private Browser.Answer write(int version, List<String> fields) {
    Browser browser = scene.manager.browser();
    browser.get(form);
    List<String> sent = new ArrayList<>(fields);
    sent.addAll(List.of("_version", "" + version));
    return browser.post(form, sent.toArray(String[]::new));
  }

  private String issue(Browser browser) {
    String editor = "/steer/letters/" + desk.issue(browser);
    browser.get(editor);
    browser.post(editor + "/blocks", "type", "campaigns");
    return editor;
  }

  @Test
  void itIsChosenWrittenAndReleasedAsItStood() {
    LetterDesk.Pair pair = desk.pair();
    String editor = issue(pair.manager());
    assertThat(pair.manager().get(editor).body())
        .contains("shows no campaign", "and letters do not tell of it", form);

    String[] texts = TEXTS.toArray(String[]::new);
    List<String> some = new ArrayList<>(List.of("told", "yes"));
    TEXTS.forEach(text -> some.addAll(List.of(field(text, "en"), text)));
    assertThat(write(0, some).location()).isEqualTo(CampaignScene.HERE + "/" + id);
    assertThat(pair.manager().get(editor).body())
        .contains("2 French texts for the letter are missing", "2 Serbian texts")
        .doesNotContain("shows no campaign", "English texts for the letter");
    write(1, written("", texts));
    assertThat(pair.manager().get(editor).body()).contains("There is no obstacle");
    assertThat(pair.manager().get(editor + "/preview/fr").body())
        .contains("En français : " + CampaignScene.TITLE, "Serbie");

    LetterDesk.ask(pair.manager(), editor);
    LocalDate day = BEGIN.plusDays(1);
    UUID entry =
        scene.reach.enter(
            scene.who,
            id,
            new Reach.Draft("schools", 28, "pupils", day, day, "The school", "Lists"),
            null);
    assertThat(LetterDesk.approve(pair.second()).body())
        .as("what it reached was entered after the request")
        .contains("looks otherwise than when");
    assertThat(pair.manager().get(editor).body())
        .contains("The issue was changed after that", "2 French texts for the letter are missing");
    write(2, written("", CampaignScene.TITLE, "Girls of 14 to 18", "The school", "Lists"));
    String number = editor.replaceAll(".*/", "");
    assertThat(new Browser(house).get("/letters/" + number + "/en").status()).isEqualTo(404);
    String requests = pair.manager().get("/house/approvals").body();
    pair.manager()
        .post(requests.replaceFirst("(?s).*\"(/house/approvals/[0-9a-f-]{36}/withdraw)\".*", "$1"));
    LetterDesk.ask(pair.manager(), editor);
    LetterDesk.approve(pair.second());
    String released = new Browser(house).get("/letters/" + number + "/en").body();
    assertThat(released).contains("28 pupils", "Source: The school. Method: Lists", "not effect");

    // the platform corrects its number: the released issue stays, a new version would differ
    String seen = LetterDesk.seen(pair.manager(), editor);
    scene.reach.enter(
        scene.who,
        id,
        new Reach.Draft("schools", 21, "pupils", day, day, "The school", "Lists"),
        entry);
    assertThat(new Browser(house).get("/letters/" + number + "/en").body()).isEqualTo(released);
    assertThat(LetterDesk.seen(pair.manager(), editor)).isNotEqualTo(seen);
    assertThat(pair.manager().get(editor + "/preview/en").body())
        .contains("21 pupils")
        .doesNotContain("28 pupils");
  }

  @Test
  void aTextThatWasChangedAfterwardsHasToBeWrittenAnew() {
    LetterDesk.Pair pair = desk.pair();
    String editor = issue(pair.manager());
    write(0, written("", TEXTS.toArray(String[]::new)));
    Browser browser = scene.manager.browser();
    browser.get(CampaignScene.HERE + "/" + id + "/edit");
    List<String> changed =
        new ArrayList<>(
            List.of(
                "title",
                "Another title",
                "audience",
                "Girls of 14 to 18",
                "says",
                "Ask",
                "from",
                BEGIN.toString(),
                "until",
                BEGIN.plusDays(20).toString(),
                "countries",
                "RS",
                "languages",
                "sr",
                "channels",
                "schools",
                "_version",
                "1"));
    var sheet = scene.campaigns.find(id).sheet();
    changed.addAll(List.of("responsible", sheet.responsible(), "measure", sheet.measure()));
    assertThat(
            browser.post(CampaignScene.HERE + "/" + id, changed.toArray(String[]::new)).location())
        .isEqualTo(CampaignScene.HERE + "/" + id);
    assertThat(pair.manager().get(editor).body())
        .contains("Another title", "one French text for the letter is missing");
    assertThat(pair.manager().get(editor + "/preview/en").body()).contains("⟦en⟧");
  }

  @Test
  void ofTwoWhoWriteTheSecondIsToldAndNobodyElseWrites() {
    CampaignWordings wordings = house.get(CampaignWordings.class);
    Map<String, Map<String, String>> typed =
        Map.of(CampaignWording.key(CampaignScene.TITLE), Map.of("fr", "Avant de partir"));
    wordings.write(scene.who, id, 0, true, typed);
    assertThatThrownBy(() -> wordings.write(scene.who, id, 0, true, typed))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> wordings.write(scene.who, id, 7, true, typed))
        .isInstanceOf(ChangedMeanwhile.class);
    Browser.Answer second = write(0, List.of(field(CampaignScene.TITLE, "fr"), "Autrement"));
    assertThat(second.body()).contains("Avant de partir", "Autrement");
    Browser analyst = Member.of(house, Role.ANALYST).browser();
    assertThat(analyst.get(form).status()).isEqualTo(404);
    analyst.get(CampaignScene.HERE + "/" + id);
    assertThat(analyst.post(form, "told", "yes", "_version", "1").status()).isEqualTo(404);
    assertThat(wordings.of(id).version()).isEqualTo(1);
    assertThat(
            house
                .db()
                .sql("select content from campaign_wording where campaign = :id")
                .param("id", id)
                .query(byte[].class)
                .list())
        .hasSize(1)
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("partir"));
  }

  @Test
  void noTextForTheLetterNamesAShelter() {
    PlaceScenes scenes = new PlaceScenes(house);
    SignedIn placing =
        house.colleague(scene.who.organisation(), Role.PROGRAMME_MANAGER, Role.PLACEMENT_OFFICER);
    String code = scenes.code(scenes.place(2, placing), placing);
    Map<String, Map<String, String>> typed =
        Map.of(CampaignWording.key(CampaignScene.TITLE), Map.of("fr", "Au " + code));
    assertThatThrownBy(() -> house.get(CampaignWordings.class).write(placing, id, 0, true, typed))
        .isInstanceOf(Refused.class)
        .hasMessage("placement.refused.shelter");
    assertThat(house.get(CampaignWordings.class).of(id).version()).isZero();
  }
}
