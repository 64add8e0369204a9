package org.passerelle.protect.casework.placement.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Zones are added by the team, manually or from the data of the case, and encrypted with the case.
 */
@OnBothDatabases
@Tag("slow")
class ZonesTest {
  private static final String FLAT = "The flat behind Zeleni Venac";
  @Parameter House house;

  private Zones zones() {
    return house.get(Zones.class);
  }

  private UUID file(SignedIn who) {
    return SomeCase.in("RS").minor("yes").open(house, who);
  }

  private UUID episode(UUID file, SignedIn who) {
    return episode(file, "", "At the bus station", who);
  }

  private UUID episode(UUID file, String from, String places, SignedIn who) {
    return house
        .get(Episodes.class)
        .add(
            file,
            new Episodes.Draft(
                "forced_begging",
                null,
                List.of("RS"),
                List.of(),
                new Episodes.Details(from, "", places, "", "")),
            who);
  }

  private static ExclusionZone.Draft draft(String origin, @Nullable UUID source) {
    return new ExclusionZone.Draft(
        "exploitation",
        origin,
        source,
        30,
        null,
        new ExclusionZone.Words(FLAT, "", "", 44.81, 20.46));
  }

  @Test
  void aZoneIsMadeSealedAndEnded() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID zone = zones().add(file, draft("hand", null), who);
    assertThat(zones().of(file, who)).singleElement().extracting("words.name").isEqualTo(FLAT);
    assertThat(new InClear(house).columns("Zeleni Venac")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> zones().of(file, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> zones().end(file, zone, stranger)).isInstanceOf(NotFound.class);
    zones().end(file, zone, who);
    assertThat(zones().count(file, who)).isZero();
  }

  @Test
  void episodesAndWhoIsSuspectedAreProposedOnce() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID episode = episode(file, who);
    UUID uncle =
        house
            .get(Relations.class)
            .add(
                file,
                SomeCase.in("RS").named("Uncle").person(),
                "relative",
                "other_relative",
                true,
                false,
                null,
                who);
    assertThat(zones().proposed(file, who))
        .extracting(ZoneSource.Proposed::source)
        .containsExactlyInAnyOrder(episode, uncle);
    zones().add(file, draft("episode", episode), who);
    assertThat(zones().proposed(file, who))
        .extracting(ZoneSource.Proposed::kind)
        .containsExactly("relative");
  }

  @Test
  void aZoneThatNothingCanBeJudgedByIsKnown() {
    ExclusionZone.Words words = new ExclusionZone.Words(FLAT, "", "", null, null);
    UUID id = new UUID(0, 1);
    assertThat(
            new ExclusionZone(
                    id, id, "other", "hand", null, 30, null, words, house.clock().instant(), id)
                .judged())
        .isFalse();
  }

  @Test
  void theTeamMakesOneFromAnEpisodeOnItsPage() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = file(who);
    episode(file, who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/zones";
    String page = browser.get(at).body();
    assertThat(page).contains("No zone yet", "Could be a zone", "At the bus station");
    Matcher make = Pattern.compile(at + "/new\\?from=[0-9a-f-]{36}").matcher(page);
    assertThat(make.find()).isTrue();
    Browser.Answer form = browser.get(make.group());
    assertThat(form.body()).contains("value=\"At the bus station\"");
    String source = Browser.hidden(form, "source");
    Browser.Answer faulty =
        browser.post(at, "kind", "exploitation", "name", "Station", "kilometres", "20");
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("Kilometres need a point");
    browser.get(make.group());
    assertThat(
            browser
                .post(
                    at,
                    "origin",
                    "episode",
                    "source",
                    source,
                    "kind",
                    "exploitation",
                    "name",
                    "Station",
                    "kilometres",
                    "20",
                    "latitude",
                    "44.8",
                    "longitude",
                    "20.4")
                .location())
        .isEqualTo(at);
    page = browser.get(at).body();
    assertThat(page).contains("Station", "20 km around", "from an episode");
    assertThat(page).doesNotContain("Could be a zone");
    Matcher end = Pattern.compile(at + "/[0-9a-f-]{36}/end").matcher(page);
    assertThat(end.find()).isTrue();
    browser.post(end.group());
    assertThat(browser.get(at).body()).contains("No zone yet");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(at).status()).isEqualTo(404);
  }

  /** A zone at the location of an episode. */
  private void located(UUID file, UUID episode, String name, double latitude, SignedIn who) {
    zones()
        .add(
            file,
            new ExclusionZone.Draft(
                "exploitation",
                "episode",
                episode,
                10,
                null,
                new ExclusionZone.Words(name, "", "", latitude, 21.0)),
            who);
  }

  private List<ZoneSource.Proposed> routes(UUID file, SignedIn who) {
    return zones().proposed(file, who).stream().filter(p -> p.kind().equals("route")).toList();
  }

  @Test
  void placesOfEpisodesThatFollowEachOtherAreProposedAsARoute() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = file(who);
    UUID last = episode(file, "2019", "Šid", who);
    UUID first = episode(file, "2016", "Skopje", who);
    UUID second = episode(file, "2017", "Niš", who);
    UUID unknown = episode(file, "2018", "On the way", who);
    located(file, first, "Skopje", 42.0, who);
    assertThat(routes(file, who)).as("one point is no way").isEmpty();
    located(file, last, "Šid", 45.1, who);
    assertThat(routes(file, who)).as("nobody knows by where they went").isEmpty();
    located(file, second, "Niš", 43.3, who);
    ZoneSource.Proposed route = routes(file, who).get(0);
    assertThat(route.name()).isEqualTo("Skopje → Niš");
    assertThat(route.stops()).extracting(ExclusionZone.Stop::latitude).containsExactly(42.0, 43.3);
    located(file, unknown, "Beograd", 44.8, who);
    assertThat(routes(file, who))
        .singleElement()
        .extracting(ZoneSource.Proposed::name)
        .isEqualTo("Skopje → Niš → Beograd → Šid");
  }

  @Test
  void aRouteIsTakenFromItsProposalAndFaultsStandBesideItsLine() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = file(who);
    located(file, episode(file, "2016", "Skopje", who), "Skopje", 42.0, who);
    located(file, episode(file, "2017", "Niš", who), "Niš", 43.3, who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/zones";
    Browser.Answer form = browser.get(at + "/new?from=" + routes(file, who).get(0).source());
    assertThat(form.body()).contains("42.0, 21.0 Skopje\n43.3, 21.0 Niš", "Skopje → Niš");
    String source = Browser.hidden(form, "source");
    assertThat(posted(browser, at, source, "42.0, 21.0\nat Niš")).contains("Line 2 is not a stop");
    assertThat(posted(browser, at, source, "42.0, 21.0\n\n21.0, 42.0"))
        .contains("Line 3 is more than");
    assertThat(posted(browser, at, source, "42.0, 21.0")).contains("2 to 60 stops");
    // in Serbia with decimal commas, and not east of the Caspian Sea
    for (String comma :
        List.of("44,81 20,46 Beograd", "44,81, 20,46 Beograd", "44,81; 20.46", "43,32 21,9 Niš")) {
      assertThat(posted(browser, at, source, "42.0, 21.0\n" + comma))
          .as(comma)
          .contains("Line 2 is not a stop");
    }
    browser.get(at + "/new");
    assertThat(
            browser
                .post(
                    at,
                    "origin",
                    "episode",
                    "source",
                    source,
                    "kind",
                    "route",
                    "name",
                    "By which they were taken",
                    "kilometres",
                    "15",
                    "stops",
                    "42,0; 21,0; Skopje\n43.3 21.0 Niš\n44.81250, 20.46120")
                .location())
        .isEqualTo(at);
    String page = browser.get(at).body();
    assertThat(page)
        .contains(
            "15 km to either side of a route with 3 stops",
            "Skopje (42; 21) → Niš (43.3; 21) → (44.81");
    assertThat(routes(file, who)).as("it is made").isEmpty();
  }

  private static String posted(Browser browser, String at, String source, String stops) {
    browser.get(at + "/new");
    Browser.Answer answer =
        browser.post(
            at,
            "origin",
            "episode",
            "source",
            source,
            "kind",
            "route",
            "name",
            "Way",
            "kilometres",
            "15",
            "stops",
            stops);
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }
}
