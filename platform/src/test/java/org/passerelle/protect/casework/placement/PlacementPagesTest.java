package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A case manager requests a place, a placement officer finds one, a child arrives, goes missing, is
 * found.
 */
@OnBothDatabases
@Tag("slow")
class PlacementPagesTest {
  private static final String HOME = "/protect/placement";
  @Parameter House house;
  private Member manager;
  private Member officer;
  private UUID place;
  private UUID file;

  @BeforeEach
  void aTeamAPlaceAndACase() {
    manager = Member.of(house, Role.CASE_MANAGER);
    officer = Member.in(house, manager.user().organisation(), Role.PLACEMENT_OFFICER);
    SignedIn places = Staff.signedIn(officer.user());
    PlaceScenes scenes = new PlaceScenes(house);
    place = scenes.place(2, places);
    scenes.at(place, "Kestenova 7", 43.32, 21.90, places);
    file =
        SomeCase.in("RS")
            .minor("yes")
            .gender("female")
            .born(String.valueOf(thisYear() - 14))
            .languages("sq")
            .open(house, Staff.signedIn(manager.user()));
  }

  /** Where the team works; other classes may have advanced the clock, even into the next year. */
  private int thisYear() {
    return house.clock().instant().atZone(ZoneId.of("Europe/Belgrade")).getYear();
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group();
  }

  private void asked(String urgency) {
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/placement";
    assertThat(browser.get("/protect/cases/" + file).body()).contains(at);
    assertThat(browser.get(at).body()).contains("no place requested", "Ask for a place");
    assertThat(browser.get(at + "/ask").body()).contains("value=\"13\"", "value=\"14\"");
    assertThat(browser.post(at + "/ask", "sex", "female").status()).isEqualTo(422);
    browser.get(at + "/ask");
    assertThat(
            browser
                .post(
                    at + "/ask",
                    "urgency",
                    urgency,
                    "sex",
                    "female",
                    "age_from",
                    "13",
                    "age_until",
                    "14",
                    "languages",
                    "sq",
                    "services",
                    "schooling",
                    "training",
                    "trauma",
                    "words",
                    "Afraid of dogs")
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("waits for a place", "No zone yet");
  }

  @Test
  void aChildIsPlacedArrivesGoesMissingAndIsFound() {
    asked("0");
    Browser browser = officer.browser();
    assertThat(browser.get("/").body()).contains("Find a place for tonight");
    String home = browser.get(HOME).body();
    assertThat(home).contains("1 child is waiting for a place", "Girl or woman, 13 to 14 years");
    String child = found(HOME + "/children/[0-9a-f-]{36}", home);
    String page = browser.get(child).body();
    assertThat(page)
        .contains("Afraid of dogs", "Lindenhaus", "fits well", "2 of 2 needs met")
        .doesNotContain("Kestenova")
        .doesNotContainPattern("[0-9] ?km\\b");
    assertThat(browser.post(child + "/hold/" + place).location()).isEqualTo(child);
    page = browser.get(child).body();
    assertThat(page).contains("A bed is held at Lindenhaus", "expires at");
    String stay =
        browser
            .post(found(child + "/expect/[0-9a-f-]{36}", page), "reason", "Her aunt lives there")
            .location();
    assertThat(stay).startsWith("/protect/stays/");
    assertThat(browser.get(stay).body()).contains("expected", "Lindenhaus", "Her aunt lives there");
    browser.post(stay + "/arrived");
    Browser team = manager.browser();
    assertThat(team.get(stay).body())
        .contains("Where is known to those who place")
        .as("the reason may say where")
        .doesNotContain("Lindenhaus", "Her aunt lives there");
    browser.get(stay);
    browser.post(stay + "/write", "kind", "plan", "words", "Calls her sister at night");
    browser.get(stay);
    browser.post(stay + "/missing");
    page = team.get(stay).body();
    assertThat(page).contains("12 steps of the first hours remain", "Calls her sister");
    team.post(stay + "/steps/police_told");
    assertThat(team.get(stay).body()).contains("11 steps of the first hours remain");
    assertThat(team.get("/protect/cases/" + file).body())
        .contains("Missing since", "<a href=\"" + stay + "\">The first hours</a>");
    assertThat(browser.get(HOME).body()).contains("A child is missing");
    browser.get(stay);
    browser.post(stay + "/arrived");
    assertThat(team.get("/protect/cases/" + file + "/placement").body())
        .contains("in a safe place");
    assertThat(browser.get(stay + "/end").body()).contains("The bed becomes free");
    browser.post(stay + "/end", "how", "family");
    assertThat(team.get(stay).body()).contains("Ended", "To family");
    assertThat(browser.get("/protect/places/" + place).body())
        .contains(HOME + "/stays?place=" + place);
    assertThat(browser.get(HOME + "/stays?place=" + place).body()).contains(stay, "ended");
    String code = found("[A-Z0-9]{3}-[A-Z0-9]{3}", browser.get(stay).body());
    assertThat(browser.get(HOME).body()).doesNotContain(stay);
    assertThat(browser.get(HOME + "/stays?code=" + code.toLowerCase(Locale.ROOT)).body())
        .contains(stay);
    assertThat(browser.get(HOME + "/stays?code=XXX-XXX").body())
        .contains("Your team has no placement");
    Member stranger = Member.of(house, Role.PLACEMENT_OFFICER);
    assertThat(stranger.browser().get(HOME + "/stays?code=" + code).body()).doesNotContain(stay);
    assertThat(team.get("/protect/cases/" + file).status()).isEqualTo(200);
  }

  @Test
  void theBatchSaysWhyAndTheTravelTableIsRead() {
    asked("1");
    Browser browser = officer.browser();
    String page = browser.get(HOME + "/proposal").body();
    assertThat(page).contains("No better proposal exists", "Lindenhaus", "Everybody would have");
    browser.get("/protect/places/" + place);
    browser.post("/protect/places/" + place + "/free", "free", "0");
    page = browser.get(HOME + "/proposal").body();
    assertThat(page).contains("No bed is free", "A free bed in 1 suitable house would be enough");
    browser.get(HOME + "/travel");
    assertThat(browser.post(HOME + "/travel", "table", "Niš; Beograd").status()).isEqualTo(422);
    browser.get(HOME + "/travel");
    assertThat(browser.post(HOME + "/travel", "table", "Niš; Beograd; 150").location())
        .isEqualTo(HOME);
    assertThat(browser.get(HOME + "/travel").body()).contains("Niš; Beograd; 150");
  }

  @Test
  void childrenOfAHouseThatClosesAreToBeMoved() {
    asked("1");
    Browser browser = officer.browser();
    String child = found(HOME + "/children/[0-9a-f-]{36}", browser.get(HOME).body());
    browser.get(child);
    browser.post(child + "/hold/" + place);
    String stay =
        browser.post(found(child + "/expect/[0-9a-f-]{36}", browser.get(child).body())).location();
    browser.get(stay);
    browser.post(stay + "/arrived");
    String state = "/protect/places/" + place + "/state";
    assertThat(browser.get(state).body()).contains("1 child of the placing teams lives there");
    browser.post(state, "state", "closed");
    assertThat(browser.get("/protect/places/" + place).body()).contains("has to be moved");
    assertThat(browser.get(HOME).body()).contains("A house closes: find another place");
    browser.get(stay);
    assertThat(
            browser.post(HOME + "/stays" + stay.replace("/protect/stays", "") + "/move").location())
        .isEqualTo(child);
  }

  @Test
  void aHoldStaysInSightWhenItsHousePauses() {
    asked("0");
    Browser browser = officer.browser();
    String child = found(HOME + "/children/[0-9a-f-]{36}", browser.get(HOME).body());
    browser.get(child);
    browser.post(child + "/hold/" + place);
    String expect = found(child + "/expect/[0-9a-f-]{36}", browser.get(child).body());
    String state = "/protect/places/" + place + "/state";
    browser.get(state);
    browser.post(state, "state", "paused");
    String page = browser.get(child).body();
    assertThat(page)
        .contains("A bed is held at Lindenhaus, and the house is paused", "Call the house");
    Browser.Answer refused = browser.post(expect);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("This house no longer takes anybody");
    browser.get(child);
    browser.post(found(child + "/release/[0-9a-f-]{36}", page));
    assertThat(browser.get(child).body()).doesNotContain("A bed is held");
  }

  @Test
  void tiesAreRecordedByUsersWhoSeeBothCases() {
    Browser browser = manager.browser();
    SignedIn who = Staff.signedIn(manager.user());
    UUID other = SomeCase.in("RS").minor("yes").open(house, who);
    String code =
        house.get(org.passerelle.protect.casework.cases.Cases.class).find(other, who).code();
    String at = "/protect/cases/" + file + "/placement";
    browser.get(at);
    assertThat(browser.post(at + "/ties", "code", "XXX-XXX", "kind", "apart").status())
        .isEqualTo(422);
    browser.get(at);
    browser.post(at + "/ties", "code", code, "kind", "together", "reason", "Sisters");
    String page = browser.get(at).body();
    assertThat(page).contains(code, "belongs together", "Sisters");
    browser.post(found(at + "/ties/[0-9a-f-]{36}/end", page));
    assertThat(browser.get(at).body()).contains("None stated");
  }
}
