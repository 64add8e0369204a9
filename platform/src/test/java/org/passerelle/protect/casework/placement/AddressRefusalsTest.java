package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.gate.Spoken;
import org.passerelle.house.Routes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Searches the answers to refused forms, and errors, for an address that occurs nowhere else (rule
 * 5). Forms are taken from the route inventory.
 */
@OnBothDatabases
@Tag("long")
class AddressRefusalsTest {
  /** Forms about places and those who live there. */
  private static final Pattern NEAR =
      Pattern.compile("^/protect/(places|placement|stays|residents|cases/\\{id}/placement)\\b");

  @Parameter House house;
  private Spoken log;
  private LeakScene scene;
  private MarkedPlace place;
  private List<Routes.Route> routes;

  @BeforeEach
  void aPlaceWithAnAddressThatOccursNowhereElse() {
    log = new Spoken();
    scene = new LeakScene(house);
    place = MarkedPlace.entered(house, scene);
    scene.placed(place.id());
    scene.given();
    scene.kept();
    routes = Routes.of(house);
  }

  @AfterEach
  void theLogDoesNotHoldIt() {
    log.close();
    assertThat(log.text().toLowerCase(Locale.ROOT))
        .doesNotContain(place.marker().toLowerCase(Locale.ROOT));
  }

  private static boolean open(Routes.Route route, Member reader) {
    return reader.user().roles().stream().anyMatch(route::open);
  }

  /** Each form is sent with the scene’s own identifiers by roles that may not send it. */
  @Test
  void noFormThatIsRefusedAnswersIt() {
    Map<String, Member> readers = scene.readers();
    readers.values().forEach(reader -> reader.browser().get("/"));
    int turn = 0;
    for (Routes.Route route : routes) {
      if (!route.method().equals("POST") || route.isApi()) {
        continue;
      }
      List<Map.Entry<String, Member>> refused =
          readers.entrySet().stream().filter(one -> !open(route, one.getValue())).toList();
      boolean near = NEAR.matcher(route.path()).find();
      List<Map.Entry<String, Member>> some =
          near || refused.isEmpty() ? refused : List.of(refused.get(turn++ % refused.size()));
      String path = scene.filled(route.path());
      for (Map.Entry<String, Member> one : some) {
        Browser.Answer answer = one.getValue().browser().post(path);
        place.isNotIn(answer, one.getKey() + " " + path);
        assertThat(answer.status()).as(one.getKey() + " " + path).isBetween(302, 499);
      }
    }
    assertThat(turn).as("forms").isGreaterThan(200);
  }

  /** Whoever may use these forms and fills in nothing, or what is impossible. */
  @Test
  void noFaultyFormOfAnotherTeamAnswersIt() {
    List<Member> others =
        new ArrayList<>(List.of(scene.most, Member.of(house, Role.PLACEMENT_OFFICER)));
    others.addAll(scene.receivers());
    for (Member other : others) {
      Browser browser = other.browser();
      for (Routes.Route route : routes) {
        if (route.method().equals("POST")
            && open(route, other)
            && NEAR.matcher(route.path()).find()) {
          String path = scene.filled(route.path());
          browser.get("/protect/cases");
          HttpResponse<byte[]> answer =
              browser.postWhole(path, "latitude", "400", "reason", "x".repeat(9000));
          assertThat(new String(answer.body(), StandardCharsets.UTF_8))
              .as(path)
              .doesNotContain(place.marker());
          assertThat(answer.statusCode()).as(path).isLessThan(500);
        }
      }
      for (String path : List.of("", "/address", "/edit")) {
        assertThat(browser.get(place.path() + path).status()).as(path).isEqualTo(404);
      }
    }
  }

  /** The place cannot be read; its team is told so, without the address in the log. */
  @Test
  void anErrorDoesNotSayIt() {
    byte[] sealed =
        house
            .db()
            .sql("select details from safe_place where id = :id")
            .param("id", place.id())
            .query(byte[].class)
            .single();
    Browser browser = scene.officer.browser();
    browser.get(place.path() + "/address");
    details(Arrays.copyOf(sealed, sealed.length - 1));
    try {
      Browser.Answer answer =
          browser.post(place.path() + "/address", "address", place.marker() + " 9");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(browser.get(place.path() + "/address").status()).isEqualTo(500);
      assertThat(browser.get(place.path()).body()).doesNotContain(place.marker());
      for (Member other : scene.receivers()) {
        assertThat(other.browser().get(place.path()).body()).doesNotContain(place.marker());
      }
      assertThat(log.text()).as("the error is in the log").contains("ERROR");
    } finally {
      details(sealed);
    }
    assertThat(browser.get(place.path() + "/address").body()).contains(place.marker() + " 7");
  }

  private void details(byte[] sealed) {
    assertThat(
            house
                .db()
                .sql("update safe_place set details = :sealed where id = :id")
                .param("sealed", sealed)
                .param("id", place.id())
                .update())
        .isOne();
  }
}
