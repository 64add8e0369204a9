package org.passerelle.protect.casework.placement.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceDraft;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Who searches for a missing child, who is told that nobody does, and what a house may know. */
@OnBothDatabases
@Tag("slow")
class AlertsTest {
  private static final Alert.Words POLICE =
      new Alert.Words("Police of Zlatna Ruka, officer Ilić", "N 12/26");
  @Parameter House house;
  private PlaceScenes scenes;
  private Member member;
  private SignedIn manager;
  private SignedIn officer;
  private UUID file;

  @BeforeEach
  void aChild() {
    scenes = new PlaceScenes(house);
    member = Member.of(house, Role.CASE_MANAGER);
    manager = Staff.signedIn(member.user());
    officer = scenes.officer(manager.organisation());
    file = SomeCase.in("RS").minor("yes").open(house, manager);
  }

  private Stays stays() {
    return house.get(Stays.class);
  }

  private Alerts alerts() {
    return house.get(Alerts.class);
  }

  private UUID lives(UUID place) {
    UUID stay = expected(place);
    stays().arrive(stay, officer);
    return stay;
  }

  private UUID expected(UUID place) {
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest wait =
        waiting.find(
            waiting.ask(
                file,
                0,
                new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), ""),
                manager),
            officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    return placements.expect(wait.id(), placements.held(wait, officer).get(0).id(), "", officer);
  }

  @Test
  void anAuthorityConfirmsTheAlertOfThisTime() {
    UUID stay = lives(scenes.place(1, officer));
    Instant before = house.clock().instant();
    assertThatThrownBy(() -> alerts().confirm(stay, before, POLICE, manager))
        .hasMessage("stay.refused.not-missing");
    house.clock().pass(Duration.ofMinutes(10));
    stays().missing(stay, "Not at breakfast", officer);
    assertThatThrownBy(() -> alerts().confirm(stay, before, POLICE, manager))
        .as("before they were missing")
        .hasMessage("stay.refused.confirmed-when");
    Alert.Words nobody = new Alert.Words(" ", "N 12/26");
    assertThatThrownBy(() -> alerts().confirm(stay, house.clock().instant(), nobody, manager))
        .isInstanceOf(Refused.class);
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> alerts().confirm(stay, house.clock().instant(), POLICE, stranger))
        .isInstanceOf(NotFound.class);
    alerts().confirm(stay, house.clock().instant(), POLICE, manager);
    assertThat(alerts().of(stays().find(stay, officer)))
        .hasValueSatisfying(a -> assertThat(a.words()).isEqualTo(POLICE));
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    stays().arrive(stay, officer);
    house.clock().pass(Duration.ofMinutes(10));
    stays().missing(stay, "Again", officer);
    assertThat(alerts().of(stays().find(stay, officer))).as("another time").isEmpty();
    assertThat(alerts().all(stays().find(stay, officer))).extracting(Alert::words).contains(POLICE);
  }

  @Test
  void aConfirmationNamesNoShelter() {
    UUID place = scenes.place(1, officer);
    String code = scenes.code(place, officer);
    UUID stay = lives(place);
    stays().missing(stay, "Not at breakfast", officer);
    refused(stay, new Alert.Words("Police, called from " + code, "N 12/26"), "authority");
    refused(stay, new Alert.Words("Police", "N 12, " + code.replace("-", "")), "reference");
    assertThat(alerts().all(stays().find(stay, officer))).isEmpty();
    alerts().confirm(stay, house.clock().instant(), POLICE, officer);
  }

  private void refused(UUID stay, Alert.Words words, String field) {
    assertThatThrownBy(() -> alerts().confirm(stay, house.clock().instant(), words, officer))
        .hasMessage("placement.refused.shelter")
        .isInstanceOf(Refused.class)
        .extracting(refused -> ((Refused) refused).field())
        .isEqualTo(field);
  }

  @Test
  void anOlderConfirmationThatNamesAShelterIsKeptFromTheTeamOfTheCase() {
    UUID place = scenes.place(1, officer);
    UUID stay = lives(place);
    stays().missing(stay, "Not at breakfast", officer);
    Alert.Words words = new Alert.Words("Police near Zelenika", "Z 12/26");
    alerts().confirm(stay, house.clock().instant(), words, officer);
    String at = "/protect/stays/" + stay;
    Browser team = member.browser();
    assertThat(team.get(at).body()).contains("Looked for: Police near Zelenika", "Z 12/26");
    PlaceDraft draft = PlaceScenes.draft(officer, 1);
    scenes
        .places()
        .change(
            place,
            1,
            new PlaceDraft(
                draft.house(),
                draft.placers(),
                draft.capacity(),
                draft.takes(),
                new Place.Words("Zelenika", "")),
            officer);
    assertThat(team.get(at).body())
        .contains("Looked for, ", "shown to the placing team alone")
        .doesNotContain("Zelenika", "Z 12/26");
    Browser placing = Member.in(house, manager.organisation(), Role.PLACEMENT_OFFICER).browser();
    assertThat(placing.get(at).body()).contains("Looked for: Police near Zelenika", "Z 12/26");
    stays().arrive(stay, officer);
    assertThat(team.get(at).body())
        .contains("Earlier alerts", "Looked for, ")
        .doesNotContain("Zelenika", "Z 12/26");
    assertThat(placing.get(at).body()).contains("Looked for: Police near Zelenika", "Z 12/26");
  }

  @Test
  void whatWasDoneWhileAChildWasMissingStaysReadableOnceTheyAreFound() {
    UUID stay = lives(scenes.place(1, officer));
    Browser team = member.browser();
    String at = "/protect/stays/" + stay;
    assertThat(team.get(at).body()).contains("Give the alarm", "Where last seen");
    team.post(at + "/missing", "missing_words", "At the station with a man");
    assertThat(team.get(at).body()).contains("At the station with a man", "12 steps");
    team.post(at + "/steps/police_told");
    alerts().confirm(stay, house.clock().instant(), POLICE, manager);
    team.get(at);
    team.post(at + "/arrived");
    assertThat(team.get(at).body())
        .contains(
            "Step of the first hours", "Tell the police: a child", "Earlier alerts", "N 12/26");
  }

  @Test
  void aChildThatIsExpectedCanBeReportedMissingFromItsPage() {
    UUID stay = expected(scenes.place(1, officer));
    Browser team = member.browser();
    String at = "/protect/stays/" + stay;
    assertThat(team.get(at).body()).contains("Give the alarm", "They will not come, and are safe");
    assertThat(team.get(at + "/end").body()).contains("Does anybody know where they are?");
    team.get(at);
    team.post(at + "/missing", "missing_words", "Never got off the bus");
    assertThat(team.get(at).body()).contains("Missing since", "Found, not arrived yet");
    team.post(at + "/found");
    assertThat(team.get(at).body()).contains("Arrived", "Give the alarm");
  }

  @Test
  void whatNobodyConfirmsGoesToTheSupervisorAfterAnHour() {
    UUID stay = lives(scenes.place(1, officer));
    stays().missing(stay, "Not at breakfast", officer);
    Browser team = member.browser();
    Member chief = Member.in(house, manager.organisation(), Role.SUPERVISOR);
    Browser supervisor = chief.browser();
    String waits = "no authority has confirmed the alert";
    assertThat(team.get("/").body()).contains(waits);
    assertThat(supervisor.get("/").body()).doesNotContain(waits);
    house.clock().pass(Duration.ofMinutes(61));
    team = member.elsewhere();
    supervisor = chief.elsewhere();
    assertThat(supervisor.get("/").body()).contains(waits);
    String at = "/protect/stays/" + stay;
    assertThat(supervisor.get(at).body()).contains("No authority has confirmed the alert yet");
    team.get(at + "/alert");
    assertThat(team.post(at + "/alert", "authority", "Police").status()).isEqualTo(422);
    Browser.Answer form = team.get(at + "/alert");
    String now = form.body().replaceAll("(?s).*id=\"confirmed\"[^>]*value=\"([^\"]*)\".*", "$1");
    Browser.Answer confirmed =
        team.post(at + "/alert", "authority", "Police", "reference", "N 12", "confirmed", now);
    assertThat(confirmed.location()).as(confirmed.body()).isEqualTo(at);
    assertThat(team.get(at).body()).contains("Looked for: Police", "Number N 12");
    assertThat(supervisor.get("/").body()).doesNotContain(waits);
  }

  @Test
  void theHouseSeesWhatTheTeamChoseOnlyDuringTheStay() {
    UUID stay = lives(scenes.place(1, officer));
    HouseSheets sheets = house.get(HouseSheets.class);
    Map<String, String> chosen =
        Map.of("care", "Allergic to Zlatna Ruka", "food", "", "address", "Somewhere");
    assertThatThrownBy(() -> sheets.write(stay, chosen, officer))
        .as("the placing team chooses nothing")
        .isInstanceOf(NotFound.class);
    String code = scenes.code(stays().find(stay, officer).place(), officer);
    assertThatThrownBy(() -> sheets.write(stay, Map.of("school", "Next to " + code), manager))
        .hasMessage("placement.refused.shelter");
    sheets.write(stay, chosen, manager);
    assertThat(sheets.of(stays().find(stay, officer)))
        .containsExactly(Map.entry("care", "Allergic to Zlatna Ruka"));
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    sheets.write(stay, Map.of("fears", "Men who shout"), manager);
    assertThat(sheets.proposed(stays().find(stay, officer), manager))
        .as("what was emptied stays empty")
        .containsOnlyKeys("fears");
    assertThat(sheets.of(stays().find(stay, officer))).containsOnlyKeys("fears");
    stays().end(stay, "family", "", officer);
    assertThat(
            house
                .db()
                .sql("select count(*) from stay where id = :id and known is not null")
                .param("id", stay)
                .query(Integer.class)
                .single())
        .as("nothing of it is kept")
        .isZero();
    assertThat(sheets.of(stays().find(stay, officer))).isEmpty();
    assertThatThrownBy(() -> sheets.write(stay, chosen, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aHouseOfAnotherOrganisationLearnsNothingInThisWay() {
    UUID other = Staff.organisation(house).id();
    UUID place =
        scenes.place(
            PlaceScenes.draft(other, Set.of(officer.organisation()), 1, "any", 0, 17), officer);
    UUID stay = lives(place);
    assertThatThrownBy(
            () -> house.get(HouseSheets.class).write(stay, Map.of("care", "Allergic"), manager))
        .hasMessage("stay.refused.other-house");
    assertThat(member.browser().get("/protect/stays/" + stay + "/known").body())
        .contains("belongs to another organisation");
  }
}
