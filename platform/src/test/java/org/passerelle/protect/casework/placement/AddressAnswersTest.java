package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.gate.Spoken;
import org.passerelle.house.Routes;
import org.passerelle.protect.casework.casefile.CaseSheets;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;
import org.passerelle.protect.casework.safety.plan.SafetyPlans;
import org.passerelle.register.Kinds;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Searches what answers questions and forms for an address that occurs nowhere else (rule 5): finds
 * of every role, and documents to print or to take along. Questions and documents are taken from
 * the route inventory. {@link AddressLeaksTest} searches the pages.
 */
@OnBothDatabases
@Tag("long")
class AddressAnswersTest {
  /** Documents that answer a form and are not made here, with reasons. */
  private static final Map<String, String> NOT_MADE =
      Map.of(
          "/node/envelope", "for other nodes, which have doors of their own",
          "/understand/networks/{id}/dossier/{number}/paper", "no dossier is released in the scene",
          "/understand/networks/{id}/dossier/{number}/exchange",
              "no dossier is released in the scene");

  /** Searches that read what was asked by themselves. */
  private static final Map<String, String> BESIDES =
      Map.of("/protect/catalogue", "q", "/protect/placement/stays", "code");

  @org.junit.jupiter.params.Parameter House house;
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

  /** Every question that a reader can ask, each with each of these words. */
  private List<String> questions(Member reader, List<String> words) {
    List<String> questions = new ArrayList<>();
    for (Routes.Route route : routes) {
      if (!route.method().equals("GET") || route.isApi() || !open(route, reader)) {
        continue;
      }
      Set<String> names = new TreeSet<>(asked(route));
      if (route.path().endsWith("/register/{kind}")) {
        names.add("q");
      }
      Stream.ofNullable(BESIDES.get(route.path())).forEach(names::add);
      for (String path : paths(route.path())) {
        names.forEach(name -> words.forEach(word -> questions.add(path + "?" + name + "=" + word)));
      }
    }
    return questions;
  }

  private List<String> paths(String path) {
    return path.endsWith("/register/{kind}")
        ? Kinds.shipped().of(path.split("/", -1)[1]).stream()
            .map(kind -> path.replace("{kind}", kind.id()))
            .toList()
        : scene.meant(path).stream().toList();
  }

  private static List<String> asked(Routes.Route route) {
    List<String> names = new ArrayList<>();
    for (Parameter one : route.handler().getMethod().getParameters()) {
      RequestParam asked = one.getAnnotation(RequestParam.class);
      if (asked != null && one.getType() == String.class) {
        names.add(asked.name().isEmpty() ? one.getName() : asked.name());
      }
    }
    return names;
  }

  @Test
  void noSearchOfAnyRoleFindsIt() {
    String begin = place.marker().substring(0, 8);
    String code = house.get(Cases.class).find(scene.scene.caseId(), scene.scene.sender()).code();
    Set<String> asked = new TreeSet<>();
    scene
        .readers()
        .forEach(
            (who, reader) -> {
              Browser browser = reader.browser();
              for (String question : questions(reader, List.of(begin, code))) {
                Browser.Answer answer = browser.get(question);
                asked.add(question.replaceAll("\\?.*", ""));
                place.isNotIn(answer, who + " " + question);
                if (!answer.location().isEmpty()) {
                  place.isNotIn(browser.get(answer.location()), who + " after " + question);
                }
              }
              browser.get("/");
              for (String path : List.of("/protect/cases/find", "/protect/cases")) {
                place.isNotIn(browser.post(path, "q", begin), who + " " + path);
                place.isNotIn(browser.get(path + "?q=" + begin), who + " GET " + path);
              }
            });
    assertThat(asked)
        .contains(
            "/protect/looks",
            "/protect/disclosures",
            "/protect/catalogue",
            "/protect/placement/stays",
            "/steer/register/" + Kinds.shipped().of("steer").get(0).id());
  }

  @Test
  void noDocumentThatAnswersAFormHoldsIt() throws IOException {
    agreed();
    Browser browser = scene.most.browser();
    Set<String> made = new TreeSet<>(NOT_MADE.keySet());
    String file = "/protect/cases/" + scene.scene.caseId();
    String[] parts =
        CaseSheets.PARTS.stream()
            .flatMap(part -> List.of("part", part).stream())
            .toArray(String[]::new);
    document(browser, file + "/paper", "%PDF", parts);
    made.add("/protect/cases/{id}/paper");
    Matcher note =
        Pattern.compile("name=\"note\" value=\"([^\"]+)\"")
            .matcher(browser.get(file + "/copy").body());
    assertThat(note.find()).isTrue();
    for (String language : List.of("en", "fr", "sr", "sr-Latn")) {
      document(
          browser,
          file + "/copy",
          "%PDF",
          "language",
          language,
          "note",
          note.group(1),
          "reason",
          "She asked");
      document(browser, file + "/safety-plan/paper", "%PDF", "language", language);
    }
    made.add("/protect/cases/{id}/copy");
    made.add("/protect/cases/{id}/safety-plan/paper");
    String request =
        "/prosecute/investigations/%s/requests/%s"
            .formatted(scene.known.get("/investigations/"), scene.known.get("/requests/"));
    for (String language : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      document(browser, request + "/paper", "%PDF", "language", language);
    }
    made.add("/prosecute/investigations/{id}/requests/{request}/paper");
    String network = "/understand/networks/" + scene.known.get("/networks/");
    for (String format : List.of("graphml", "gexf", "ftm", "csv", "actors", "svg")) {
      document(browser, network + "/export", "", "format", format, "victims", "true");
    }
    made.add("/understand/networks/{id}/export");
    assertThat(made)
        .as("every document that answers a form")
        .containsAll(
            routes.stream()
                .filter(route -> route.method().equals("POST") && answersBytes(route))
                .map(Routes.Route::path)
                .toList());
  }

  private static boolean answersBytes(Routes.Route route) {
    return route
        .handler()
        .getMethod()
        .getGenericReturnType()
        .getTypeName()
        .endsWith("ResponseEntity<byte[]>");
  }

  private void agreed() {
    house
        .get(SafetyPlans.class)
        .agree(
            scene.scene.caseId(),
            new SafetyPlan.Words("A car waits", "Go in", "Her aunt", "", "", ""),
            LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(30),
            scene.scene.sender());
  }

  private void document(Browser browser, String path, String begins, String... fields)
      throws IOException {
    browser.get(path.replaceFirst("(/safety-plan|/requests/[^/]+)/paper$", "$1"));
    HttpResponse<byte[]> answer = browser.postWhole(path, fields);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).as(path).startsWith(begins);
    assertThat(Followed.text(answer.body())).as(path).doesNotContain(place.marker());
  }
}
