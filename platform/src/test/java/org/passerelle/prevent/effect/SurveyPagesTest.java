package org.passerelle.prevent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignScene;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A survey is imported, replaced and taken out of use; its versions stay. */
@OnBothDatabases
@Tag("slow")
class SurveyPagesTest {
  private static final String TABLE =
      """
      question;kind;from;wave;answer;people
      Would you <b>ask</b>?;yes-no;;before;yes;48
      Would you <b>ask</b>?;yes-no;;before;no;32
      Would you <b>ask</b>?;yes-no;;after;yes;56
      Would you <b>ask</b>?;yes-no;;after;no;14
      How sure are you?;scale;4;before;2;3
      How sure are you?;scale;4;before;4;60
      """;

  @Parameter House house;
  private CampaignScene scene;
  private Surveys surveys;
  private UUID id;
  private String at;

  @BeforeEach
  void aCampaign() {
    scene = new CampaignScene(house);
    surveys = house.get(Surveys.class);
    id = scene.running();
    at = CampaignScene.HERE + "/" + id;
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  private Campaign campaign() {
    return scene.campaigns.find(id);
  }

  private static Browser.Answer sends(Browser browser, String to, String table, String... more) {
    String[] fields = {
      "source", "The institute", "sample", "All classes", "method", "On paper", "people", "others"
    };
    String[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return browser.postFile(to, "file", "survey.csv", table.getBytes(StandardCharsets.UTF_8), all);
  }

  private static Survey survey(String question) {
    return new Survey(
        "The institute",
        "All",
        "On paper",
        "same",
        List.of(
            new Survey.Question(
                question, "yes-no", 0, List.of(new Survey.Answer("before", "yes", 30)))));
  }

  @Test
  void aSurveyIsImportedReplacedAndTakenOutOfUse() {
    Browser browser = scene.manager.browser();
    assertThat(browser.get(at).body()).contains(at + "/effect");
    assertThat(browser.get(at + "/effect").body()).contains("No survey has been entered");
    browser.get(at + "/surveys/new");
    assertThat(sends(browser, at + "/surveys", TABLE).location()).isEqualTo(at + "/effect");
    assertThat(browser.get(at + "/effect").body())
        .contains(
            "association only",
            "Would you &lt;b&gt;ask&lt;/b&gt;?",
            "60.0% (48 of 80)",
            "80.0% (56 of 70)",
            "20.0 points (5.2 to 33.4)",
            "withheld (of 63)",
            "not asked",
            "Answered 4 or more",
            "Different people before and after");
    Kept<Survey> first = surveys.of(campaign()).get(0);
    String one = at + "/surveys/" + first.id();
    browser.get(one);
    assertThat(
            sends(browser, one, TABLE.replace("before;yes;48", "before;yes;8"), "_version", "1")
                .location())
        .isEqualTo(at + "/effect");
    for (String language : List.of("fr", "sr", "en")) {
      browser.get("/language/" + language + "?to=" + at);
      for (String page : List.of(at + "/effect", one, one + "/history", at + "/surveys/new")) {
        assertThat(browser.get(page).status()).as(language + " " + page).isEqualTo(200);
      }
    }
    assertThat(browser.get(at + "/effect").body())
        .contains("20.0% (8 of 40)", "2 versions")
        .doesNotContain("(48 of 80)");
    assertThat(browser.get(one + "/history").body())
        .contains("(8 of 40)", "(48 of 80)", "Version 1", "Version 2", "Compared with version 1")
        .contains("before 60.0% (48 of 80), now 20.0% (8 of 40); after 80.0% (56 of 70), now 80.0%")
        .contains("“How sure are you?”: the same answers");
    browser.get(at + "/effect");
    assertThat(browser.post(one + "/withdraw", "_version", "1").status())
        .as("a page from before it was replaced")
        .isEqualTo(409);
    assertThat(browser.get(at + "/effect").body()).contains("(8 of 40)");
    assertThat(browser.post(one + "/withdraw", "_version", "2").location())
        .isEqualTo(at + "/effect");
    assertThat(browser.get(at + "/effect").body())
        .contains("No survey has been entered", one + "/history");
    assertThat(browser.get(one).status()).isEqualTo(404);
    assertThat(browser.get(one + "/history").body()).contains("Out of use", "(48 of 80)");
  }

  @Test
  void whoeverReplacesOneThatIsGoneKeepsWhatTheyWrote() {
    UUID part = surveys.enter(scene.who, id, survey("A?"));
    Browser browser = scene.manager.browser();
    browser.get(at + "/surveys/" + part);
    surveys.withdraw(scene.who, id, part, 1);
    Browser.Answer gone = sends(browser, at + "/surveys/" + part, TABLE, "_version", "1");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).contains("What you had written", "On paper");
    assertThat(browser.get(at + "/surveys/" + part).body()).doesNotContain("What you had written");
  }

  @Test
  void surveysStandInTheOrderInWhichTheyWereEntered() {
    List<String> asked = List.of("One?", "Two?", "Three?", "Four?", "Five?", "Six?", "Seven?");
    for (String question : asked) {
      surveys.enter(scene.who, id, survey(question));
      house.clock().pass(Duration.ofMinutes(1));
    }
    assertThat(surveys.of(campaign()))
        .extracting(one -> one.content().questions().get(0).text())
        .containsExactlyElementsOf(asked);
  }

  @Test
  void aFaultIsNamedAndNothingIsEntered() {
    Browser browser = scene.manager.browser();
    browser.get(at + "/surveys/new");
    Browser.Answer answer =
        sends(browser, at + "/surveys", TABLE + "How sure are you?;scale;4;after;<i>;1\n");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "One cell is wrong", "“&lt;i&gt;” is no whole number", "5: answer", "The institute");
    assertThat(sends(browser, at + "/surveys", "wave,Name\nbefore,Ana\n").body())
        .contains("nothing about a person is taken");
    assertThat(sends(browser, at + "/surveys", "").body()).contains("Choose the table");
    assertThat(
            browser
                .postFile(
                    at + "/surveys",
                    "file",
                    "s.csv",
                    TABLE.getBytes(StandardCharsets.UTF_8),
                    "source",
                    "x")
                .status())
        .as("without sample and method")
        .isEqualTo(422);
    assertThat(surveys.of(campaign())).isEmpty();
  }

  @Test
  void ofTwoWhoReplaceItTheSecondIsTold() {
    UUID part = surveys.enter(scene.who, id, survey("A?"));
    surveys.replace(scene.who, id, part, 1, survey("B?"));
    assertThatThrownBy(() -> surveys.replace(scene.who, id, part, 1, survey("C?")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(surveys.versions(campaign(), part))
        .extracting(kept -> kept.content().questions().get(0).text())
        .containsExactly("B?", "A?");
    UUID elsewhere = scene.running();
    assertThatThrownBy(() -> surveys.replace(scene.who, elsewhere, part, 2, survey("C?")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> surveys.withdraw(scene.who, id, part, 1))
        .as("replaced since")
        .isInstanceOf(ChangedMeanwhile.class);
    surveys.withdraw(scene.who, id, part, 2);
    assertThatThrownBy(() -> surveys.withdraw(scene.who, id, part, 2)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> surveys.replace(scene.who, id, part, 2, survey("C?")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void noQuestionNamesAShelterAndTheDatabaseHoldsNoWords() {
    PlaceScenes scenes = new PlaceScenes(house);
    var placing =
        house.colleague(scene.who.organisation(), Role.PROGRAMME_MANAGER, Role.PLACEMENT_OFFICER);
    String code = scenes.code(scenes.place(2, placing), placing);
    assertThatThrownBy(() -> surveys.enter(placing, id, survey("Do you know " + code + "?")))
        .isInstanceOf(Refused.class)
        .hasMessage("placement.refused.shelter");
    UUID part = surveys.enter(scene.who, id, survey("Would you ask?"));
    assertThat(
            house
                .db()
                .sql("select content from campaign_effect_version where effect = :id")
                .param("id", part)
                .query(byte[].class)
                .list())
        .hasSize(1)
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain("ask", "institute"));
  }

  @Test
  void othersReadAndChangeNothing() {
    UUID part = surveys.enter(scene.who, id, survey("Would you ask?"));
    String one = at + "/surveys/" + part;
    Browser analyst = Member.of(house, Role.ANALYST).browser();
    assertThat(analyst.get(at + "/effect").body())
        .contains("Would you ask?")
        .doesNotContain(at + "/surveys/new", "/withdraw");
    assertThat(analyst.get(one + "/history").status()).isEqualTo(200);
    assertThat(analyst.get(one).status()).isEqualTo(404);
    assertThat(analyst.get(at + "/surveys/new").status()).isEqualTo(404);
    analyst.get(at + "/effect");
    assertThat(analyst.post(one + "/withdraw").status()).isEqualTo(404);
    assertThat(sends(analyst, at + "/surveys", TABLE).status()).isEqualTo(404);
    Browser staff = Member.in(house, scene.who.organisation(), Role.HOUSE_STAFF).browser();
    assertThat(staff.get(at + "/effect").status()).isEqualTo(404);
    assertThat(scene.manager.browser().get(at + "/surveys/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(surveys.of(campaign())).hasSize(1);
  }
}
