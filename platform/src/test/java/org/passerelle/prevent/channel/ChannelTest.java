package org.passerelle.prevent.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.api.ApiClient;
import org.passerelle.prevent.tip.OpenedTip;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipOutcomes;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Partners report with a token, and learn what became of it at the level they may know. */
@OnBothDatabases
@Tag("slow")
class ChannelTest {
  @Parameter House house;
  private ChannelScene scene;
  private UUID airline;
  private String token;

  @BeforeEach
  void anAirlineHasAToken() {
    house.clock().pass(Duration.ofHours(2));
    scene = new ChannelScene(house);
    airline = scene.partner("Air Example", "airline");
    token = scene.token(airline);
  }

  @AfterEach
  void theRegisterIsAsBefore() {
    scene.takeBack();
  }

  @Test
  void aReportIsATipOfThePartnerSealedOnArrival() throws Exception {
    scene.taken(token, ChannelScene.CREW);
    Tip tip = scene.tip();
    assertThat(tip.partner()).isEqualTo(airline);
    assertThat(tip.sector()).isEqualTo("airline");
    assertThat(tip.sealedBy()).isEqualTo("server");
    OpenedTip opened = scene.triage().open(scene.who, tip.id());
    TipContent content = opened.parts().get(0).content().orElseThrow();
    assertThat(content.what()).isEqualTo(ChannelScene.SEEN);
    assertThat(content.where()).isEqualTo("JU 540 · BEG–CDG · 23A");
    assertThat(content.when()).isEqualTo("2020-05-09");
    assertThat(opened.sender().orElseThrow().name()).isEqualTo("Air Example");
    byte[] stored =
        house
            .db()
            .sql("select sealed from tip_part where tip = :tip")
            .param("tip", tip.id())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("age-encryption.org/v1")
        .doesNotContain("passports", "JU 540");
    String page = scene.officer.browser().get("/prevent/tips/" + tip.id()).body();
    assertThat(page)
        .contains("Air Example (Airline)", "Seen on board", "reported by a partner")
        .as("it reads no answer")
        .doesNotContain("name=\"answer\"");
    assertThatThrownBy(() -> scene.triage().answer(scene.who, tip.id(), "Thank you"))
        .hasMessage("triage.refused.partner");
  }

  @Test
  void eachSectorSendsItsOwnReports() throws Exception {
    String hotel = scene.token(scene.partner("Hotel Example", "hotel"));
    String platform = scene.token(scene.partner("Platform Example", "platform"));
    String inspectors = scene.token(scene.partner("Inspectorate", "labour_inspectorate"));
    scene.taken(
        hotel,
        """
        {"form":"room","place":"Room 12, Main Street 4","from":"2020-05-09","until":"2020-05-11",
         "observations":"Many visitors by night","danger_now":"unknown","onward":true}""");
    scene.taken(
        platform,
        """
        {"form":"advert","platform":"example.org","address":"https://example.org/ad/7",
         "phrases":"No papers needed","danger_now":"no"}""");
    scene.taken(
        platform,
        """
        {"form":"account","platform":"example.org","handle":"@jobs","behaviour":"Writes to minors",
         "danger_now":"yes"}""");
    scene.taken(
        inspectors,
        """
        {"form":"inspection","place":"Brickyard","trade":"Bricks","day":"2020-05-09",
         "observations":"They sleep in the hall","danger_now":"no"}""");
    assertThat(scene.triage().list(scene.who, false, "platform")).hasSize(2);
    assertThat(scene.triage().list(scene.who, false).get(0).danger()).as("first").isTrue();
    HttpResponse<String> foreign = scene.sends(hotel, ChannelScene.CREW);
    assertThat(foreign.statusCode()).isEqualTo(422);
    assertThat(ApiClient.json(foreign).path("errors").get(0).path("field").asString())
        .isEqualTo("form");
    assertThat(scene.triage().list(scene.who, false)).hasSize(4);
  }

  @Test
  void whatIsWrongIsNamedByItsFieldAndNothingIsStored() throws Exception {
    String wrong =
        """
        {"form":"crew","flight":"","route":"BEG–CDG","day":"2999-01-01","observations":"%s",
         "danger_now":"maybe"}"""
            .formatted("x".repeat(ReportForms.LONGEST + 1));
    HttpResponse<String> answer = scene.sends(token, wrong);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"flight\"", "\"day\"", "\"observations\"", "\"danger_now\"")
        .doesNotContain("\"route\"");
    for (String one :
        List.of(
            ChannelScene.CREW.replace("{", "{\"passenger\":\"Ana\","),
            ChannelScene.CREW.replace("\"23A\"", "{\"row\":23}"),
            ChannelScene.CREW.replace("\"23A\"", "[\"23A\",\"23B\"]"),
            ChannelScene.CREW.replace("\"no\"}", "\"no\",\"onward\":\"yes\"}"))) {
      assertThat(scene.sends(token, one).statusCode()).as(one).isEqualTo(422);
    }
    assertThat(scene.sends(token, "[]").statusCode()).isEqualTo(400);
    assertThat(scene.sends(token, "{\"form\":").statusCode()).isEqualTo(400);
    assertThat(
            new ApiClient(house).post(ChannelScene.HERE, token, ChannelScene.CREW, "").statusCode())
        .as("without a key")
        .isEqualTo(422);
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
  }

  @Test
  void theSameKeyIsOneReport() throws Exception {
    UUID key = UUID.randomUUID();
    String first = scene.sends(token, ChannelScene.CREW, key).body();
    assertThat(scene.sends(token, ChannelScene.CREW, key).body()).isEqualTo(first);
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
    HttpResponse<String> other = scene.sends(token, ChannelScene.CREW.replace("23A", "24A"), key);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("used for another report");
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
  }

  @Test
  void ofManyAtOnceWithOneKeyOneIsStored() throws Exception {
    UUID key = UUID.randomUUID();
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> scene.sends(token, ChannelScene.CREW, key));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<HttpResponse<String>> one : threads.invokeAll(calls)) {
        assertThat(one.get().statusCode()).isEqualTo(201);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
  }

  @Test
  void thePartnerLearnsTheStateAndNothingElse() throws Exception {
    String at = scene.taken(token, ChannelScene.CREW);
    assertThat(scene.read(token, at)).contains("\"state\":\"received\"").doesNotContain("acted");
    Tip tip = scene.tip();
    assertThat(scene.read(token, at)).doesNotContain(tip.id().toString(), tip.code());
    scene.triage().open(scene.who, tip.id());
    assertThat(scene.read(token, at)).contains("\"state\":\"looked_at\"");
    scene.triage().close(scene.who, tip.id(), "aside", "The girls are a choir: Milica", "");
    assertThat(scene.read(token, at))
        .contains("\"state\":\"closed\"", "\"outcome\":\"not_enough\"")
        .doesNotContain("choir", "aside");
    var browser = scene.officer.browser();
    browser.get("/prevent/tips/" + tip.id());
    assertThat(
            browser.post("/prevent/tips/" + tip.id() + "/feedback", "feedback", "acted").location())
        .isEqualTo("/prevent/tips/" + tip.id());
    assertThat(scene.read(token, at)).contains("\"outcome\":\"acted\"");
    browser.get("/prevent/tips/" + tip.id());
    assertThat(
            browser
                .post("/prevent/tips/" + tip.id() + "/feedback", "feedback", "everything")
                .status())
        .isNotEqualTo(302);
    house.clock().pass(Duration.ofDays(91));
    house.runSchedules();
    assertThat(new ApiClient(house).get(at, token).statusCode()).as("deleted").isEqualTo(404);
  }

  @Test
  void whatWasPassedOnIsToldAndNothingOfTheOtherTeam() throws Exception {
    String at = scene.taken(token, ChannelScene.CREW);
    Tip tip = scene.tip();
    Member other = Member.of(house, Role.TRIAGE_OFFICER);
    SignedIn there = Staff.signedIn(other.user());
    house.get(TipTeams.class).begin(there);
    house
        .get(TipOutcomes.class)
        .transfer(
            scene.who,
            tip.id(),
            new TipOutcomes.PassedOn(there.organisation(), "law", "Yours to look at"));
    assertThat(scene.read(token, at)).contains("\"outcome\":\"passed_on\"");
    scene.triage().open(there, tip.id());
    assertThat(scene.read(token, at)).contains("\"outcome\":\"passed_on\"");
    assertThat(other.browser().get("/prevent/tips/" + tip.id()).body()).contains("Air Example");
    assertThatThrownBy(() -> scene.channels.feedback(scene.who, tip.id(), "acted"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void reportsOfOthersAreNotThere() throws Exception {
    String at = scene.taken(token, ChannelScene.CREW);
    String stranger = scene.token(scene.partner("Air Other", "airline"));
    assertThat(new ApiClient(house).get(at, stranger).statusCode()).isEqualTo(404);
    assertThat(new ApiClient(house).get(at, null).statusCode()).isEqualTo(401);
    HttpResponse<String> invented = new ApiClient(house).get(at, "passerelle_partner_x");
    assertThat(invented.statusCode()).isEqualTo(401);
    assertThat(invented.headers().firstValue("www-authenticate")).isPresent();
    assertThat(new ApiClient(house).get("/api/v1/cases", token).statusCode())
        .as("it opens nothing else")
        .isEqualTo(401);
  }
}
