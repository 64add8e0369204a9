package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What is new in a tip is marked until it was read; a second team confirms, or is taken off. */
@OnBothDatabases
class TipNewsTest {
  private static final String LIST = "/prevent/tips";
  @Parameter House house;
  private TipScene scene;
  private TipScene other;

  @BeforeEach
  void twoTeams() {
    scene = new TipScene(house);
    other = new TipScene(house);
  }

  private void adds(String code, String text) {
    scene.tips().add(scene.tips().enter(code, "n"), scene.ticket(), TipContent.words("more", text));
  }

  @Test
  void anAdditionIsMarkedUntilItIsReadAndHasAnAddressOfItsOwn() {
    String code = scene.sealed(TipScene.TEXT, false);
    Browser officer = scene.officer.browser();
    assertThat(officer.get(LIST).body()).contains("Unread");
    String at = LIST + "/" + scene.newest();
    officer.get(at);
    assertThat(officer.get(LIST).body()).doesNotContain("Unread", ">New<");
    adds(code, "They were moved last night");
    assertThat(officer.get(LIST).body()).contains(">New<");
    String first = part(officer.get("/").body());
    adds(code, "To the old dairy");
    String second = part(officer.get("/").body());
    assertThat(second).as("a second addition is news, too").isNotEqualTo(first);
    String page = officer.get(at).body();
    assertThat(page).contains("They were moved", "id=\"" + second + "\"", ">New<");
    assertThat(officer.get(at).body()).doesNotContain(">New<");
    assertThat(officer.get(LIST).body()).doesNotContain(">New<");
    assertThat(officer.get("/").body()).contains("Look at tip").doesNotContain("#part-");
  }

  private static String part(String page) {
    assertThat(page).contains("Read what was added to tip");
    return page.replaceAll("(?s).*#(part-[0-9a-f-]{36}).*", "$1");
  }

  @Test
  void aSecondTeamConfirmsAndTheFirstSeesIt() {
    UUID tip = asked("follow_up");
    String at = LIST + "/" + tip;
    Browser second = other.officer.browser();
    assertThat(second.get("/").body())
        .as("its stage has not come")
        .doesNotContain("as another organisation asks");
    assess(tip, "follow_up");
    assertThat(second.get("/").body()).contains("as another organisation asks");
    assertThat(scene.officer.browser().get(at).body()).contains("Nobody there has confirmed");
    assertThat(second.get(at).body()).contains("Your organisation was asked to read");
    assertThat(second.post(at + "/second/confirm").location()).isEqualTo(at);
    assertThat(second.get("/").body()).doesNotContain("as another organisation asks");
    assertThat(second.get(at).body()).contains("Confirmed ").doesNotContain("/withdraw\"");
    assertThat(scene.officer.browser().get(at).body())
        .contains("Confirmed ")
        .doesNotContain("Nobody there has confirmed");
    // confirmed twice it is logged once
    house.get(SecondTeams.class).confirm(other.who, tip);
    assertThat(logged("tip.second-confirmed", other.team())).isEqualTo(1);
  }

  @Test
  void whoIsTakenOffReadsNoMore() {
    UUID tip = asked("assessment");
    assess(tip, "assessment");
    String at = LIST + "/" + tip;
    assertThat(other.officer.browser().get(at).status()).isEqualTo(200);
    Browser officer = scene.officer.browser();
    assertThat(officer.get(at).body()).contains("/second/" + other.team() + "/withdraw");
    assertThat(officer.post(at + "/second/" + other.team() + "/withdraw").location()).isEqualTo(at);
    assertThat(other.officer.browser().get(at).status()).isEqualTo(404);
    assertThat(other.officer.browser().get("/").body()).doesNotContain(tip.toString());
    assertThat(officer.get(at).body()).doesNotContain("/withdraw\"");
    assertThat(logged("tip.second-withdrawn", other.team())).isEqualTo(1);
    SecondTeams teams = house.get(SecondTeams.class);
    assertThatThrownBy(() -> teams.withdraw(scene.who, tip, other.team()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void onlyWhoHasTheTipTakesASecondOff() {
    UUID tip = asked("assessment");
    assess(tip, "assessment");
    SecondTeams teams = house.get(SecondTeams.class);
    assertThatThrownBy(() -> teams.withdraw(other.who, tip, other.team()))
        .hasMessage("triage.refused.second");
    TipScene stranger = new TipScene(house);
    assertThatThrownBy(() -> teams.withdraw(stranger.who, tip, other.team()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> teams.confirm(stranger.who, tip)).isInstanceOf(NotFound.class);
    UUID nobody = Staff.organisation(house).id();
    assertThatThrownBy(() -> teams.withdraw(scene.who, tip, nobody)).isInstanceOf(NotFound.class);
  }

  /** A tip of which the other team is asked. */
  private UUID asked(String stage) {
    scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    house
        .get(TipOutcomes.class)
        .join(
            scene.who,
            tip,
            stage,
            new TipOutcomes.PassedOn(other.team(), "vital_interests", "Their inspector"));
    return tip;
  }

  private void assess(UUID tip, String stage) {
    scene.triage().assess(scene.who, tip, new Triage.Assessment("labour", "soon", stage));
  }

  private int logged(String action, UUID organisation) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and organisation = :of")
        .param("action", action)
        .param("of", organisation)
        .query(Integer.class)
        .single();
  }
}
