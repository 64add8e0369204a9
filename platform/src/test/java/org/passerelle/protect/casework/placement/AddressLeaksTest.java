package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import org.passerelle.accounts.Tokens;
import org.passerelle.api.ApiClient;
import org.passerelle.gate.Spoken;
import org.passerelle.house.Routes;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.htcds.ExportRequest;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.protect.sharing.referral.StoredCopies;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;

/**
 * Searches for violations of rule 5: enters a place with an address that occurs nowhere else, then
 * searches everything that the system shows, answers, sends, logs and stores for it. Pages are
 * taken from the route inventory, so that a new one is included automatically. {@link
 * AddressAnswersTest} searches what answers forms.
 */
@OnBothDatabases
@Tag("slow")
class AddressLeaksTest {
  /** Pages that act at once or never end, without searchable text. */
  private static final Set<String> NOT_OPENED = Set.of("/sign-out");

  @Parameter House house;
  private String marker;
  private String place;
  private StoredCopies copies;
  private LeakScene scene;
  private Spoken log;

  @BeforeEach
  void aPlaceWithAnAddressThatOccursNowhereElse() {
    copies = new StoredCopies(house);
    log = new Spoken();
    scene = new LeakScene(house);
    MarkedPlace entered = MarkedPlace.entered(house, scene);
    marker = entered.marker();
    place = entered.path();
    scene.placed(entered.id());
    scene.given();
    scene.kept();
    new LeakSurroundings(house, scene).added();
  }

  @Test
  void theAddressIsOnlyOnItsOwnPage() throws Exception {
    // the contents of pages do not depend on the database
    if (house.database() == House.Database.H2) {
      pages();
    }
    house.get(Deliveries.class).deliverDue();
    assertThat(log.text().toLowerCase(Locale.ROOT)).doesNotContain(marker.toLowerCase(Locale.ROOT));
    log.close();
    InClear stored = new InClear(house);
    assertThat(stored.columns(marker)).isEmpty();
    assertThat(copies.of(marker, scene.organisation, scene.officer.user().id()))
        .containsExactly("safe_place.location of " + scene.organisation);
    assertThat(stored.files(marker)).isEmpty();
    assertThat(stored.inBackup(marker)).isFalse();
  }

  private void pages() throws Exception {
    List<Routes.Route> routes = Routes.of(house);
    Followed followed = new Followed(routes, NOT_OPENED, marker);
    for (Role role : Role.values()) {
      boolean places = role == Role.PLACEMENT_OFFICER;
      Member member =
          places
              ? Member.of(house, Role.PLACEMENT_OFFICER)
              : Member.in(house, scene.organisation, role);
      assertThat(followed.of(member.browser(), begin(routes, Set.of(role)), 1))
          .as(role.name())
          .isEmpty();
    }
    Member all = scene.most;
    assertThat(followed.of(all.browser(), begin(routes, all.user().roles()), 2))
        .as("who has most")
        .isEmpty();
    for (Member there : scene.receivers()) {
      assertThat(followed.of(there.browser(), begin(routes, there.user().roles()), 1))
          .as("who receives")
          .isEmpty();
    }
    assertThat(followed.of(new Browser(house), stranger(routes), 1)).as("a stranger").isEmpty();
    assertThat(followed.of(scene.guest(), List.of("/letterbox"), 1)).as("a guest").isEmpty();
    // the team itself sees it on one page and on no other
    Set<Role> team = Set.of(Role.PLACEMENT_OFFICER);
    assertThat(followed.of(scene.officer.browser(), begin(routes, team), 1))
        .as("the team")
        .containsExactly(place + "/address");
    search(all.browser());
    export(all);
    api(followed, scene.organisation);
    api(followed, scene.scene.recipient().organisation());
    UnopenedRoutes.check(followed.unopened(), routes);
  }

  /**
   * Pages of some roles without a variable, those with variables known to the scene, and every
   * place.
   */
  private List<String> begin(List<Routes.Route> routes, Set<Role> roles) {
    return routes.stream()
        .filter(route -> route.method().equals("GET") && !route.isApi())
        .filter(
            route ->
                roles.stream().anyMatch(route::open) || route.path().startsWith("/protect/place"))
        .flatMap(route -> scene.meant(route.path()).stream())
        .toList();
  }

  private List<String> stranger(List<Routes.Route> routes) {
    List<String> begin = new ArrayList<>(begin(routes, Set.of()));
    begin.addAll(List.of("/", "/sign-in"));
    return begin;
  }

  /** A search for its beginning does not reveal the rest. */
  private void search(Browser browser) {
    String begin = marker.substring(0, 8);
    browser.get("/protect/cases");
    for (String path : List.of("/protect/cases/find", "/protect/cases")) {
      assertThat(browser.post(path, "q", begin).body()).as(path).doesNotContain(marker);
    }
    for (String path : List.of("/protect/catalogue?q=", "/protect/placement/stays?code=")) {
      assertThat(browser.get(path + begin).body()).as(path).doesNotContain(marker);
    }
  }

  /** Exported files. */
  private void export(Member all) throws IOException {
    SignedIn who = Staff.signedIn(all.user());
    for (String format : List.of("json", "csv", "xlsx")) {
      ExportRequest wish =
          new ExportRequest(format, "own_review", "To look", List.copyOf(ExportRequest.CATEGORIES));
      UUID work =
          Objects.requireNonNull(
              house.get(Exports.class).ask(wish, List.of(scene.scene.caseId()), who).work());
      EndedWork.of(house.get(BackgroundWork.class), work, who);
      String page = all.browser().get("/work/" + work).body();
      Matcher file = Pattern.compile("/work/[0-9a-f-]{36}/files/[^\"]+").matcher(page);
      assertThat(file.find()).as(page).isTrue();
      assertThat(Followed.text(all.browser().bytes(file.group())))
          .as(format)
          .doesNotContain(marker);
    }
  }

  private void api(Followed followed, UUID organisation) throws Exception {
    SignedIn manager =
        Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER, Role.SUPERVISOR).user());
    String token =
        house
            .get(Tokens.class)
            .make(
                manager,
                "a program",
                Set.copyOf(Tokens.SCOPES),
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(3));
    ApiClient api = new ApiClient(house);
    for (Routes.Route route : Routes.of(house)) {
      if (route.isApi() && route.method().equals("GET")) {
        for (String path : scene.meant(route.path()).stream().toList()) {
          var answer = api.get(path, token);
          assertThat(answer.body()).as(path).doesNotContain(marker);
          if (answer.statusCode() == 200) {
            followed.opened(route.path());
          }
        }
      }
    }
  }
}
