package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A release by citizenship has a map that shows what its table shows, and nothing more. */
@OnBothDatabases
class PublicMapTest {
  private static final Pattern MAP =
      Pattern.compile("<svg class=\"map figure-map\".*?</figure>", Pattern.DOTALL);
  @Parameter House house;
  private Period period;

  @BeforeEach
  void nobodyElseIsCounted() {
    new ReturnDesk(house);
    period = FigureScenes.back(house, 2);
  }

  private void persons(int many, String country) {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    for (int i = 0; i < many; i++) {
      FigureScenes.opened(
          house,
          SomeCase.in("RS").form("labour").gender("female").nationalities(country),
          period,
          who);
    }
  }

  private static String map(Browser stranger, String at) {
    Matcher found = MAP.matcher(stranger.get(at).body());
    assertThat(found.find()).as("a map").isTrue();
    return found.group();
  }

  @Test
  void largeFiguresAreCirclesAndHiddenOnesRingsOfOneSize() {
    persons(40, "RS");
    persons(20, "XK");
    persons(3, "AL");
    persons(2, "BG");
    persons(12, "NG");
    FigureRelease release = FigureScenes.kept(house, period, "citizenship");
    Browser stranger = new Browser(house);
    String at = "/figures/" + release.number();
    String map = map(stranger, at);
    assertThat(map)
        .contains(">RS 40</text>", ">AL</text>", ">BG</text>")
        .contains("Beyond the map: Nigeria: 12.", "* Kosovo: this designation")
        .contains("href=\"#t-citizenship\"", "Serbia: 40.", "Albania: hidden.")
        .doesNotContain("AL 3", "BG 2", ">MK", ">RO", "<script", "<a href=\"http");
    assertThat(count(map, "class=\"withheld\"[^>]* r=\"6.0\"")).isGreaterThanOrEqualTo(2);
    assertThat(count(map, "class=\"withheld\"")).isEqualTo(count(map, "r=\"6.0\"/>"));
    assertThat(stranger.get(at).body()).contains("id=\"t-citizenship\"");
    stranger.get("/language/fr?to=/");
    assertThat(map(stranger, at)).contains("Serbie\u00a0: 40", "Hors de la carte");
    stranger.get("/language/sr-Cyrl?to=/");
    assertThat(map(stranger, at)).contains("Србија: 40", "Изван карте");
  }

  private static long count(String text, String part) {
    return Pattern.compile(part).matcher(text).results().count();
  }

  @Test
  void aReleaseWithoutCountriesHasNoMap() {
    persons(15, "RS");
    FigureRelease release = FigureScenes.kept(house, period, "form", "region");
    assertThat(new Browser(house).get("/figures/" + release.number()).body())
        .doesNotContain("figure-map");
  }
}
