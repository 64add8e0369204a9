package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Tokens;
import org.passerelle.house.security.RouteRules;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Check 44 of the security checks: a byte that is not UTF-8, in any field of any form, gives 400
 * and leaves no value in any log.
 */
@OnBothDatabases
class BadByteTest {
  private static final String MARKER = "Her-shelter-is-at-Lipov-Lad";
  private static final String CALM = "application/x-www-form-urlencoded";
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Role, Member> members = new EnumMap<>(Role.class);
  @Parameter House house;

  private record Route(RequestMethod method, String path, RouteRules.Declared declared) {
    boolean isApi() {
      return path.startsWith("/api/");
    }
  }

  @Test
  void itIsRefusedInEveryFormAndItsNeighboursStandInNoLog() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Spoken log = new Spoken()) {
      for (Route route : routes()) {
        String cookie = cookie(route);
        if (route.method == RequestMethod.POST) {
          byte[] form =
              ("_csrf=x&_once=" + UUID.randomUUID() + "&text=" + MARKER + "&bad=" + MARKER + "%BE")
                  .getBytes(StandardCharsets.US_ASCII);
          expect(400, send(route, "", CALM, form, cookie), route, "form", wrong);
          byte[] raw =
              ("text=" + MARKER + "&bad=" + MARKER + "\u00be")
                  .getBytes(StandardCharsets.ISO_8859_1);
          expect(400, send(route, "", CALM, raw, cookie), route, "raw byte", wrong);
          expect(
              400,
              send(route, "", "multipart/form-data; boundary=b", parts(), cookie),
              route,
              "parts",
              wrong);
        }
        expect(
            400,
            send(route, "?q=" + MARKER + "%BE", CALM, new byte[0], cookie),
            route,
            "query",
            wrong);
      }
      assertThat(wrong).isEmpty();
      assertThat(log.text()).doesNotContain(MARKER);
      assertThat(log.text()).doesNotContain("\tat ");
    }
    assertNoTrace();
  }

  @Test
  void noBodyOfTheInterfaceForProgramsReachesALog() throws Exception {
    String token =
        house
            .get(Tokens.class)
            .make(
                Staff.signedIn(member(Role.CASE_MANAGER).user()),
                "t",
                Set.of("cases:read", "cases:write", "screenings:write", "referrals:write"),
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(30));
    List<String> wrong = new ArrayList<>();
    try (Spoken log = new Spoken()) {
      for (Route route : routes()) {
        if (route.isApi() && route.method == RequestMethod.POST) {
          byte[] json =
              ("{\"name\":\"" + MARKER + "\u00be\", " + MARKER)
                  .getBytes(StandardCharsets.ISO_8859_1);
          int status =
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(house.address() + filled(route.path)))
                          .header("Authorization", "Bearer " + token)
                          .header("Content-Type", "application/json")
                          .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .statusCode();
          if (status / 100 != 4) {
            wrong.add(route + " " + status);
          }
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(log.text()).doesNotContain(MARKER);
    }
    assertNoTrace();
  }

  private void assertNoTrace() throws IOException {
    Path folder = house.get(PlatformSettings.class).data();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".trace.db")).toList()) {
        assertThat(Files.readString(file)).doesNotContain(MARKER);
      }
    }
  }

  private static byte[] parts() {
    String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    return (part.formatted("_csrf", "x")
            + part.formatted("text", MARKER)
            + part.formatted("bad", MARKER + "\u00be")
            + "--b--\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void expect(
      int status, HttpResponse<String> answer, Route route, String what, List<String> wrong) {
    if (answer.statusCode() != status || answer.body().contains(MARKER)) {
      wrong.add(what + " to " + route.method + " " + route.path + " " + answer.statusCode());
    }
  }

  private HttpResponse<String> send(
      Route route, String query, String type, byte[] body, String cookie)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(house.address() + filled(route.path) + query))
            .header("Content-Type", type)
            .header("Cookie", "passerelle=" + cookie)
            .method(
                route.method.name(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    house
        .get(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.passerelle.")) {
                for (String path : info.getPatternValues()) {
                  for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    routes.add(new Route(method, path, RouteRules.declared(handler)));
                  }
                }
              }
            });
    return routes;
  }

  /** The session of somebody who may call it. */
  private String cookie(Route route) {
    Allowed allowed = route.declared.allowed();
    if (allowed == null || route.isApi()) {
      return "";
    }
    Role role =
        allowed.value().length == 0 ? Role.CASE_MANAGER : Arrays.asList(allowed.value()).get(0);
    return member(role).browser().session();
  }

  private Member member(Role role) {
    return members.computeIfAbsent(role, r -> Member.of(house, r));
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }
}
