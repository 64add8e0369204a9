package org.passerelle.protect.casework.placement.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** House staff see who lives there and record what happens, and see nothing else. */
@OnBothDatabases
@Tag("slow")
class HouseStaysTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private SignedIn officer;
  private Member night;
  private SignedIn staff;
  private UUID file;

  @BeforeEach
  void aTeamAndAHouseOfItsOwn() {
    scenes = new PlaceScenes(house);
    Member member = Member.of(house, Role.CASE_MANAGER);
    manager = Staff.signedIn(member.user());
    officer = scenes.officer(manager.organisation());
    night = Member.in(house, manager.organisation(), Role.HOUSE_STAFF);
    staff = Staff.signedIn(night.user());
    file = SomeCase.in("RS").minor("yes").open(house, manager);
  }

  private HouseStays here() {
    return house.get(HouseStays.class);
  }

  private UUID expected(UUID place) {
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), "");
    PlacementRequest wait = waiting.find(waiting.ask(file, 0, wish, manager), officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    return placements.expect(
        wait.id(), placements.held(wait, officer).get(0).id(), "Arranged", officer);
  }

  private String state(UUID stay) {
    return house.get(Stays.class).find(stay, manager).state();
  }

  @Test
  void theySeeWhatWasChosenAndSayWhatHappens() {
    UUID stay = expected(scenes.place(1, officer));
    house.get(Stays.class).write(stay, "visit", "The judge came from Zlatna Ruka", manager);
    house.get(HouseSheets.class).write(stay, Map.of("care", "Allergic to nuts"), manager);
    assertThat(here().here(staff)).extracting(HouseStays.Resident::id).containsExactly(stay);
    HouseStays.Known known = here().read(stay, staff);
    assertThat(known.known()).containsExactly(Map.entry("care", "Allergic to nuts"));
    assertThat(known.written()).as("what others wrote is not theirs").isEmpty();
    assertThat(house.get(AuditReader.class).entries(file, null, "stay.house-read", 0, 9))
        .hasSize(1);
    here().arrive(stay, staff);
    here().away(stay, house.clock().instant().plus(Duration.ofHours(3)), "With the aunt", staff);
    assertThat(state(stay)).isEqualTo("away");
    here().missing(stay, "Never came back to Plava Kuca", staff);
    assertThat(state(stay)).isEqualTo("missing");
    here().arrive(stay, staff);
    here().incident(stay, "Fell from the stairs", staff);
    assertThat(here().read(stay, staff).written())
        .extracting(Stay.Event::kind)
        .contains("incident", "returned", "missing", "away", "arrived");
    Stays stays = house.get(Stays.class);
    assertThat(stays.events(stays.find(stay, manager)))
        .extracting(Stay.Event::words)
        .contains("Fell from the stairs", "With the aunt");
    assertThat(new InClear(house).columns("Plava Kuca")).isEmpty();
    stays.end(stay, "family", "", manager);
    assertThat(here().here(staff)).isEmpty();
    assertThatThrownBy(() -> here().read(stay, staff)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> here().incident(stay, "Late", staff)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsWrittenNamesNoShelterButTheAlarmDoesNotWait() {
    UUID place = scenes.place(1, officer);
    String code = scenes.code(place, officer);
    UUID stay = expected(place);
    here().arrive(stay, staff);
    refused(() -> here().incident(stay, "Fell on the stairs of " + code, staff), "words");
    Instant back = house.clock().instant().plus(Duration.ofHours(3));
    refused(() -> here().away(stay, back, "Comes back to " + code, staff), "away_words");
    Stays stays = house.get(Stays.class);
    refused(() -> stays.write(stay, "visit", "The judge came to " + code, manager), "words");
    refused(() -> stays.end(stay, "family", "Fetched from " + code, officer), "words");
    assertThat(state(stay)).isEqualTo("there");
    here().missing(stay, "Last seen at the gate of " + code, staff);
    assertThat(state(stay)).isEqualTo("missing");
    Stay found = stays.find(stay, manager);
    assertThat(house.get(StayWords.class).naming(found, stays.events(found), List.of()))
        .as("kept from the team of the case")
        .hasSize(1);
    assertThatThrownBy(() -> stays.end(stay, "left", "", officer))
        .hasMessage("stay.refused.end-missing");
  }

  private static void refused(ThrowingCallable act, String field) {
    assertThatThrownBy(act)
        .hasMessage("placement.refused.shelter")
        .isInstanceOf(Refused.class)
        .extracting(refused -> ((Refused) refused).field())
        .isEqualTo(field);
  }

  @Test
  void aHouseOfAnotherOrganisationSaysWhatHappensAndIsToldByAReferral() {
    Member theirs = Member.of(house, Role.HOUSE_STAFF);
    SignedIn other = Staff.signedIn(theirs.user());
    UUID place =
        scenes.place(
            PlaceScenes.draft(
                other.organisation(), Set.of(officer.organisation()), 1, "any", 0, 17),
            officer);
    UUID stay = expected(place);
    assertThat(here().here(staff)).as("not a house of theirs").isEmpty();
    assertThatThrownBy(() -> here().read(stay, staff)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> here().missing(stay, "", staff)).isInstanceOf(NotFound.class);
    HouseStays.Known known = here().read(stay, other);
    assertThat(known.known()).isEmpty();
    assertThat(known.told()).isFalse();
    here().missing(stay, "Ran at the gate", other);
    assertThat(state(stay)).isEqualTo("missing");
    for (SignedIn who : List.of(manager, officer, house.somebody(Role.SUPERVISOR))) {
      assertThat(here().here(who)).isEmpty();
      assertThatThrownBy(() -> here().read(stay, who)).isInstanceOf(NotFound.class);
    }
    assertThat(theirs.browser().get("/protect/residents/" + stay).body())
        .contains("placed by another organisation", "Missing since");
  }

  @Test
  void thePagesOpenNothingElse() {
    UUID place = scenes.place(1, officer);
    UUID stay = expected(place);
    Browser browser = night.browser();
    assertThat(browser.get("/").status()).isEqualTo(200);
    String at = "/protect/residents/" + stay;
    assertThat(browser.get("/").body()).contains("/protect/residents", at);
    assertThat(browser.get("/protect/residents").body())
        .contains("1 child lives here or is expected", at)
        .doesNotContain("/protect/cases");
    assertThat(browser.get(at).body()).contains("Arrived", "Give the alarm");
    assertThat(browser.post(at + "/arrived").location()).isEqualTo(at);
    browser.get(at);
    assertThat(browser.post(at + "/incident").status()).isEqualTo(422);
    browser.get(at);
    browser.post(at + "/missing", "missing_words", "Not at breakfast");
    assertThat(browser.get(at).body()).contains("Not at breakfast", "telephone the person on duty");
    assertThat(browser.get("/").body()).contains("A child of the house is missing");
    for (String closed :
        List.of(
            "/protect/stays/" + stay,
            "/protect/cases/" + file,
            "/protect/cases",
            "/protect/places",
            "/protect/places/" + place + "/address",
            "/protect/placement")) {
      assertThat(browser.get(closed).status()).as(closed).isEqualTo(404);
    }
  }
}
