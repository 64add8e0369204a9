package org.passerelle.prevent.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipPace;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who has a token, until when, and who keeps the channels. */
@OnBothDatabases
@Tag("slow")
class ChannelKeptTest {
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
  void aWithdrawnTokenAnEndedPartnershipAndAClosedChannelAreRefused() throws Exception {
    String at = scene.taken(token, ChannelScene.CREW);
    UUID first = scene.channels.tokens(scene.who, airline).get(0).id();
    String second = scene.token(airline);
    scene.channels.withdraw(scene.who, airline, first);
    refused(token, at, 401, "This token was withdrawn");
    scene.state("ended");
    refused(second, at, 403, "is not in force");
    assertThatThrownBy(() -> scene.token(airline)).hasMessage("channel.refused.partnership");
    assertThat(scene.officer.browser().get("/").body())
        .contains("Air Example: partnership no longer in force");
    scene.state("in-force", "until", "2019-01-01");
    refused(second, at, 403, "is not in force");
    scene.state("in-force");
    assertThat(scene.read(second, at)).contains("received");
    scene.channels.close(scene.who, airline);
    refused(second, at, 403, "was closed");
    assertThat(scene.channels.find(scene.who, airline).contact()).isEmpty();
    assertThat(scene.triage().list(scene.who, false)).as("nothing came").hasSize(1);
  }

  private void refused(String with, String at, int status, String sentence) throws Exception {
    HttpResponse<String> sent = scene.sends(with, ChannelScene.CREW);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(status);
    assertThat(sent.body()).contains(sentence);
    assertThat(new ApiClient(house).get(at, with).statusCode()).isEqualTo(status);
  }

  @Test
  void aTeamThatReceivesNothingTakesNoReport() throws Exception {
    house.get(TipTeams.class).pause(scene.who);
    HttpResponse<String> answer = scene.sends(token, ChannelScene.CREW);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
  }

  @Test
  void thereAreNotTooMany() {
    ChannelDoor door = house.get(ChannelDoor.class);
    ChannelVisit visit = door.enter(token, "n" + airline);
    TipContent content = new TipContent("wrong", "Seen", "Here", "", "", false, List.of());
    ReportForms.Report report = new ReportForms.Report("crew", content, false);
    for (int i = 0; i < TipPace.OF_A_PARTNER; i++) {
      door.send(visit, UUID.randomUUID(), report);
    }
    assertThatThrownBy(() -> door.send(visit, UUID.randomUUID(), report))
        .hasMessage("channel.refused.pace");
    house.clock().pass(Duration.ofMinutes(61));
    door.send(visit, UUID.randomUUID(), report);
    for (int i = 0; i < TipPace.WRONG_CODES; i++) {
      assertThatThrownBy(() -> door.enter("guess", "m" + airline))
          .hasMessage("channel.refused.token");
    }
    assertThatThrownBy(() -> door.enter(token, "m" + airline)).hasMessage("channel.refused.tries");
  }

  @Test
  void theTeamKeepsItsChannelsOnTheirPages() {
    var browser = scene.officer.browser();
    assertThat(browser.get("/prevent/channels").body()).contains("Air Example", "Skies without");
    browser.get("/prevent/channels/new");
    assertThat(browser.post("/prevent/channels", "name", "").status()).isEqualTo(422);
    browser.get("/prevent/channels/new");
    String at =
        browser
            .post(
                "/prevent/channels",
                "name",
                "Hotel Example",
                "sector",
                "hotel",
                "partnership",
                scene.partnership,
                "contact",
                "Night desk")
            .location();
    assertThat(at).startsWith("/prevent/channels/");
    browser.get(at);
    assertThat(browser.post(at + "/token").location()).isEqualTo(at);
    String shown = browser.get(at).body();
    assertThat(shown).contains("passerelle_partner_", "Night desk", "never used");
    assertThat(browser.get(at).body()).as("once").doesNotContain("passerelle_partner_");
    UUID id = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    assertThat(
            browser
                .post(at + "/change", "partnership", scene.partnership, "contact", "Day desk")
                .location())
        .isEqualTo(at);
    assertThat(scene.channels.find(scene.who, id).contact()).isEqualTo("Day desk");
    browser.get(at);
    UUID made = scene.channels.tokens(scene.who, id).get(0).id();
    browser.post(at + "/token/" + made + "/withdraw");
    assertThat(scene.channels.tokens(scene.who, id)).isEmpty();
    browser.get(at);
    assertThat(browser.post(at + "/close").location()).isEqualTo("/prevent/channels");
    assertThat(browser.get(at).body()).contains("Closed").doesNotContain("Day desk");
    assertThat(
            house
                .db()
                .sql("select count(*) from channel_partner where id = :id and contact is null")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anotherTeamSeesAndChangesNothing() {
    Member other = Member.of(house, Role.TRIAGE_OFFICER);
    SignedIn stranger = Staff.signedIn(other.user());
    UUID made = scene.channels.tokens(scene.who, airline).get(0).id();
    assertThat(other.browser().get("/prevent/channels/" + airline).status()).isEqualTo(404);
    assertThat(other.browser().get("/prevent/channels").body()).doesNotContain("Air Example");
    assertThatThrownBy(() -> scene.channels.issue(stranger, airline)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scene.channels.withdraw(stranger, airline, made))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scene.channels.close(stranger, airline)).isInstanceOf(NotFound.class);
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get("/prevent/channels").status())
        .isEqualTo(404);
  }

  @Test
  void aPartnershipStaysWhileAChannelRestsOnIt() {
    Register register = house.get(Register.class);
    var entry = register.facts().find("partnership", scene.partnership).orElseThrow();
    assertThatThrownBy(
            () ->
                register.retire(
                    house.somebody(Role.PROGRAMME_MANAGER), entry, entry.revision(), "test"))
        .isInstanceOf(Refused.class)
        .hasMessage("channel.refused.partnership-used");
    assertThat(scene.officer.browser().get(entry.href()).status()).isLessThan(500);
  }

  @Test
  void thereAreAtMostThreeTokens() {
    scene.token(airline);
    scene.token(airline);
    assertThatThrownBy(() -> scene.token(airline)).hasMessage("channel.refused.tokens");
  }
}
