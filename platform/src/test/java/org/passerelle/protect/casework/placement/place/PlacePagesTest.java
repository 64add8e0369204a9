package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A placement officer adds a place, enters its address, and holds a bed. */
@OnBothDatabases
@Tag("slow")
class PlacePagesTest {
  private static final String ADDRESS = "Bagremova 11";
  @Parameter House house;

  private static String entered(Browser browser, UUID organisation, String... more) {
    browser.get("/protect/places/new");
    String[] fields = {
      "name",
      "Platan",
      "house",
      organisation.toString(),
      "capacity",
      "2",
      "sex",
      "female",
      "age_from",
      "10",
      "age_until",
      "17",
      "opening",
      "always",
      "languages",
      "sr",
      "training",
      "trauma",
      "services",
      "schooling"
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return browser.post("/protect/places", all).location().replace("/address", "");
  }

  @Test
  void aPlaceIsEnteredLocatedConfirmedAndHeld() {
    Member officer = Member.of(house, Role.PLACEMENT_OFFICER);
    Browser browser = officer.browser();
    assertThat(browser.get("/protect/places").body()).contains("No place has been entered yet");
    String place = entered(browser, officer.user().organisation());
    assertThat(browser.get(place + "/address").body()).contains("Only those who place there");
    assertThat(
            browser
                .post(place + "/address", "address", ADDRESS, "latitude", "44,8", "longitude", "20")
                .location())
        .isEqualTo(place);
    String page = browser.get(place).body();
    assertThat(page)
        .contains("Platan", "Girls and women, 10 to 17 years", "2 beds free")
        .contains("has never said how many")
        .doesNotContain(ADDRESS);
    assertThat(browser.post(place + "/free", "free", "3").status()).isEqualTo(422);
    browser.get(place);
    assertThat(browser.post(place + "/free", "free", "1").location()).isEqualTo(place);
    browser.get(place);
    browser.post(place + "/hold");
    page = browser.get(place).body();
    assertThat(page).contains("No bed free", "expires at", "Release");
    Matcher release = Pattern.compile(place + "/holds/[0-9a-f-]{36}/release").matcher(page);
    assertThat(release.find()).isTrue();
    browser.post(release.group());
    assertThat(browser.get(place).body()).contains("1 bed free");
    assertThat(browser.get("/protect/places?sex=male").body()).contains("No place fits");
    assertThat(browser.get("/protect/places?sex=female&age=12&free=1").body()).contains("Platan");
    assertThat(browser.get(place + "/address").body()).contains(ADDRESS, "44.8");
  }

  @Test
  void faultsStandAtTheirFields() {
    Member officer = Member.of(house, Role.PLACEMENT_OFFICER);
    Browser browser = officer.browser();
    browser.get("/protect/places/new");
    Browser.Answer faulty =
        browser.post(
            "/protect/places", "name", "", "capacity", "0", "age_from", "10", "age_until", "4");
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("id=\"name-error\"", "id=\"capacity-error\"");
    String place = entered(browser, officer.user().organisation());
    browser.get(place + "/address");
    Browser.Answer wrong =
        browser.post(place + "/address", "address", ADDRESS, "latitude", "95", "longitude", "20");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Degrees between −90 and 90");
  }

  @Test
  void itIsChangedPausedAndClosed() {
    Member officer = Member.of(house, Role.PLACEMENT_OFFICER);
    Browser browser = officer.browser();
    String place = entered(browser, officer.user().organisation());
    String form = browser.get(place + "/edit").body();
    assertThat(form).contains("value=\"Platan\"", "name=\"_version\" value=\"1\"");
    assertThat(
            browser
                .post(
                    place + "/edit",
                    "_version",
                    "1",
                    "name",
                    "Jablan",
                    "house",
                    officer.user().organisation().toString(),
                    "capacity",
                    "5",
                    "sex",
                    "any",
                    "age_from",
                    "0",
                    "age_until",
                    "17",
                    "opening",
                    "day")
                .location())
        .isEqualTo(place);
    assertThat(browser.get(place).body()).contains("Jablan", "By day only");
    browser.get(place + "/state");
    assertThat(browser.post(place + "/state", "state", "paused").location()).isEqualTo(place);
    assertThat(browser.get(place).body())
        .contains("It takes nobody for the time being")
        .doesNotContain("Hold a bed");
  }

  @Test
  void itIsInvisibleToEverybodyElse() {
    Member officer = Member.of(house, Role.PLACEMENT_OFFICER);
    String place = entered(officer.browser(), officer.user().organisation());
    UUID own = officer.user().organisation();
    for (Browser other :
        java.util.List.of(
            Member.in(house, own, Role.CASE_MANAGER, Role.SUPERVISOR).browser(),
            Member.of(house, Role.PLACEMENT_OFFICER).browser())) {
      for (String page : java.util.List.of("", "/address", "/edit", "/state")) {
        assertThat(other.get(place + page).status()).as(page).isEqualTo(404);
      }
    }
  }
}
