package org.passerelle.protect.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.passerelle.accounts.Tokens;
import org.passerelle.api.ApiClient;
import org.passerelle.gate.Spoken;
import org.passerelle.house.Routes;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.placement.match.Placements;
import org.passerelle.protect.placement.match.Wait;
import org.passerelle.protect.placement.match.Waiting;
import org.passerelle.protect.placement.stay.Stays;
import org.passerelle.protect.referral.ReferralScenes;
import org.passerelle.protect.referral.StoredCopies;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.dossier.edition.PdfWords;

/**
 * Rule 5, searched for: a place is entered by its pages with an address that stands nowhere else,
 * then everything that the house shows, answers, sends, logs and stores is looked through for it.
 * The pages are those of the route inventory, so that a new one is searched the day it is added.
 */
@OnBothDatabases
@Tag("slow")
class AddressLeaksTest {
  /** Pages that do something at once or never end; what they do has no words. */
  private static final Set<String> NOT_OPENED = Set.of("/sign-out");

  @Parameter House house;
  private String marker;
  private Member officer;
  private UUID organisation;
  private String place;
  private StoredCopies copies;
  private ReferralScenes.Scene scene;

  /** Identifiers by the part of an address before them. */
  private final Map<String, List<UUID>> known = new LinkedHashMap<>();

  private Spoken log;

  @BeforeEach
  void aPlaceWithAnAddressThatStandsNowhereElse() {
    copies = new StoredCopies(house);
    marker = "Zq" + house.get(Identifiers.class).next().toString().substring(24) + "v";
    log = new Spoken();
    ReferralScenes scenes = new ReferralScenes(house);
    scene = scenes.scene("RS", "ngo", "RS", "health");
    organisation = scene.sender().organisation();
    officer = Member.in(house, organisation, Role.PLACEMENT_OFFICER);
    place = entered(officer.browser());
    UUID referral = scenes.draft(scene);
    house.get(Deliveries.class).deliverDue();
    placed();
    known.put("/places/", List.of(UUID.fromString(place.substring(place.lastIndexOf('/') + 1))));
    known.put("/cases/", List.of(scene.caseId()));
    known.put("/referrals/", List.of(referral));
    known.put("/organisations/", List.of(organisation));
    known.put("/users/", List.of(officer.user().id()));
  }

  /** A child of the case lives there, with a zone and everything that a stay can hold. */
  private void placed() {
    SignedIn places = Staff.signedIn(officer.user());
    UUID at = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    Waiting waiting = house.get(Waiting.class);
    Placements placements = house.get(Placements.class);
    Wait wait =
        waiting.find(
            waiting.ask(
                scene.caseId(),
                0,
                waiting.proposed(scene.caseId(), scene.sender()),
                scene.sender()),
            places);
    placements.hold(wait.id(), at, places);
    UUID stay =
        placements.expect(
            wait.id(), placements.held(wait, places).get(0).id(), "She is grown up", places);
    house.get(Stays.class).arrive(stay, places);
    UUID second = waiting.move(wait.id(), places);
    known.put("/stays/", List.of(stay));
    known.put("/children/", List.of(second));
  }

  private String entered(Browser browser) {
    browser.get("/protect/places/new");
    String at =
        browser
            .post(
                "/protect/places",
                "name",
                "Platan",
                "house",
                organisation.toString(),
                "capacity",
                "4",
                "sex",
                "any",
                "age_from",
                "0",
                "age_until",
                "17",
                "opening",
                "always")
            .location()
            .replace("/address", "");
    browser.get(at + "/address");
    // a faulty form comes back and is kept
    assertThat(browser.post(at + "/address", "address", marker + " 7", "latitude", "400").status())
        .isEqualTo(422);
    assertThat(
            browser
                .post(
                    at + "/address",
                    "address",
                    marker + " 7",
                    "telephone",
                    marker + " 11",
                    "arrival",
                    "Behind " + marker,
                    "area",
                    marker,
                    "latitude",
                    "44.8",
                    "longitude",
                    "20.4")
                .location())
        .isEqualTo(at);
    browser.get(at);
    browser.post(at + "/free", "free", "3");
    browser.get(at);
    browser.post(at + "/hold");
    assertThat(browser.get(at + "/address").body()).contains(marker);
    return at;
  }

  @Test
  void theAddressIsNowhereButOnThePageOfItsOwn() throws Exception {
    List<String> found = new ArrayList<>();
    // what a page holds does not depend on the database
    if (house.database() == House.Database.H2) {
      pages(found);
    }
    house.get(Deliveries.class).deliverDue();
    assertThat(log.text().toLowerCase(Locale.ROOT)).doesNotContain(marker.toLowerCase(Locale.ROOT));
    log.close();
    InClear stored = new InClear(house);
    assertThat(stored.columns(marker)).isEmpty();
    assertThat(copies.of(marker, organisation, officer.user().id()))
        .containsExactly("safe_place.location of " + organisation);
    assertThat(stored.files(marker)).isEmpty();
    assertThat(stored.inBackup(marker)).isFalse();
  }

  private void pages(List<String> found) throws Exception {
    List<Routes.Route> routes = Routes.of(house);
    int opened = 0;
    for (Role role : Role.values()) {
      boolean places = role == Role.PLACEMENT_OFFICER;
      Member member =
          places ? Member.of(house, Role.PLACEMENT_OFFICER) : Member.in(house, organisation, role);
      opened += look(role.name(), member.browser(), routes, Set.of(role), found);
    }
    Member all =
        Member.in(
            house,
            organisation,
            Role.CASE_MANAGER,
            Role.SUPERVISOR,
            Role.FOCAL_POINT,
            Role.DATA_PROTECTION_OFFICER,
            Role.PROSECUTOR,
            Role.ANALYST,
            Role.NATIONAL_COORDINATOR);
    opened += look("who has most", all.browser(), routes, all.user().roles(), found);
    opened += look("a stranger", new Browser(house), routes, Set.of(), found);
    // the team itself reads it on one page and on no other
    look("the team", officer.browser(), routes, Set.of(Role.PLACEMENT_OFFICER), found);
    assertThat(found).containsExactly("the team " + place + "/address");
    assertThat(opened).isGreaterThan(500);
    search(all.browser(), found);
    api(found);
    assertThat(found).hasSize(1);
  }

  /** Opens every page that a role may open, with everything that is known in place of variables. */
  private int look(
      String reader,
      Browser browser,
      List<Routes.Route> routes,
      Set<Role> roles,
      List<String> found)
      throws IOException {
    Set<String> paths = new LinkedHashSet<>();
    for (Routes.Route route : routes) {
      if (!route.method().equals("GET") || NOT_OPENED.contains(route.path())) {
        continue;
      }
      if (roles.stream().anyMatch(route::open) || route.path().startsWith("/protect/place")) {
        for (UUID id : meant(route.path())) {
          paths.add(route.path().replaceAll("\\{[^}]+}", id.toString()));
        }
      }
    }
    for (String path : paths) {
      if (holds(browser.bytes(path))) {
        found.add(reader + " " + path);
      }
    }
    return paths.size();
  }

  /** What a variable of the address stands for; all that is known where it does not say so. */
  private List<UUID> meant(String path) {
    for (Map.Entry<String, List<UUID>> one : known.entrySet()) {
      if (path.contains(one.getKey())) {
        return one.getValue();
      }
    }
    return path.contains("{")
        ? known.values().stream().flatMap(List::stream).limit(3).toList()
        : List.of(new UUID(0, 0));
  }

  private boolean holds(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (text.startsWith("%PDF")) {
      text = PdfWords.text(answer) + PdfWords.strings(answer);
    }
    return text.contains(marker);
  }

  /** Whoever looks for its beginning is not told the rest. */
  private void search(Browser browser, List<String> found) {
    String begin = marker.substring(0, 8);
    browser.get("/protect/cases");
    for (String path : List.of("/protect/cases/find", "/protect/cases")) {
      if (browser.post(path, "q", begin).body().contains(marker)) {
        found.add("search " + path);
      }
    }
  }

  private void api(List<String> found) throws Exception {
    SignedIn manager =
        Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER, Role.SUPERVISOR).user());
    String token =
        house
            .get(Tokens.class)
            .make(
                manager,
                "a program",
                Set.of("cases:read", "identities:read", "referrals:read", "forms:read"),
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(3));
    ApiClient api = new ApiClient(house);
    for (Routes.Route route : Routes.of(house)) {
      if (route.isApi() && route.method().equals("GET")) {
        for (UUID id : meant(route.path())) {
          String path = route.path().replaceAll("\\{[^}]+}", id.toString());
          if (api.get(path, token).body().contains(marker)) {
            found.add("api " + path);
          }
        }
      }
    }
  }
}
