package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Tokens;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditReader;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** The house for programs: the rules of the pages, within a token's scopes. */
@OnBothDatabases
class ApiTest {
  @Parameter House house;

  @Test
  void aCaseIsOpenedOnceReadAndLogged() throws Exception {
    SignedIn who = member(Role.CASE_MANAGER);
    String token = token(who, 30, "cases:read", "cases:write", "identities:read");
    String body =
        """
        {"country":"RS","first_contact":"%s","how_came":"self","name":"Xhemile M.",
         "nationalities":["AL"],"pseudonym":"Lumi","might_be_minor":"no"}
        """
            .formatted(today());
    String key = UUID.randomUUID().toString();
    HttpResponse<String> made = api().post("/api/v1/cases", token, body, key);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    HttpResponse<String> again = api().post("/api/v1/cases", token, body, key);
    assertThat(again.headers().firstValue("location"))
        .isEqualTo(made.headers().firstValue("location"));
    String location = made.headers().firstValue("location").orElseThrow();
    JsonNode read = ApiClient.json(api().get(location, token));
    assertThat(read.path("pseudonym").asString()).isEqualTo("Lumi");
    assertThat(read.toString()).doesNotContain("Xhemile");
    assertThat(ApiClient.json(api().get("/api/v1/cases?limit=5", token)).path("items")).hasSize(1);
    assertThat(api().get(location + "/identity", token).body()).contains("Xhemile");
    UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    AuditReader log = house.get(AuditReader.class);
    assertThat(log.entries(id, who.user(), "case.read", 0, 9)).hasSize(1);
    assertThat(log.entries(null, who.user(), "identity.read", 0, 9)).hasSize(1);
    HttpResponse<String> note =
        api()
            .post(location + "/notes", token, "{\"kind\":\"other\",\"text\":\"by a program\"}", "");
    assertThat(note.statusCode()).as(note.body()).isEqualTo(201);

    String stranger = token(member(Role.CASE_MANAGER), 30, "cases:read", "identities:read");
    assertThat(api().get(location, stranger).statusCode()).isEqualTo(404);
    assertThat(api().get(location + "/identity", stranger).statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenReachesOnlyWhatItWasMadeFor() throws Exception {
    SignedIn who = member(Role.CASE_MANAGER);
    String narrow = token(who, 30, "forms:read");
    assertThat(api().get("/api/v1/forms", narrow).statusCode()).isEqualTo(200);
    assertThat(ApiClient.json(api().get("/api/v1/forms/screening-short", narrow)).path("questions"))
        .isNotEmpty();
    HttpResponse<String> refused = api().get("/api/v1/cases", narrow);
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    // not the pages, whatever it was made for
    assertThat(api().get("/protect/cases", narrow).statusCode()).isEqualTo(302);
    // not without a role, whatever it was made for
    String administrator = token(member(Role.ADMINISTRATOR), 30, "cases:read");
    assertThat(api().get("/api/v1/cases", administrator).statusCode()).isEqualTo(404);
    for (String wrong : new String[] {"", "passerelle_nonsense", "x".repeat(500)}) {
      HttpResponse<String> unknown = api().get("/api/v1/forms", wrong);
      assertThat(unknown.statusCode()).isEqualTo(401);
      assertThat(unknown.headers().firstValue("www-authenticate")).isPresent();
    }
  }

  @Test
  void aBrowsersSessionDoesNotCountHere() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    assertThat(member.browser().get("/api/v1/cases").status()).isEqualTo(401);
    assertThat(member.browser().postBare("/api/v1/cases", "a", "b").status()).isEqualTo(401);
  }

  @Test
  void aTokenEndsWithItsDayWithItsOwnerAndWhenAllSessionsEnd() throws Exception {
    SignedIn who = member(Role.CASE_MANAGER);
    Tokens tokens = house.get(Tokens.class);
    String one = token(who, 1, "forms:read");
    String other = token(who, 300, "forms:read");
    assertThat(api().get("/api/v1/forms", one).statusCode()).isEqualTo(200);
    house.clock().pass(Duration.ofDays(3));
    try {
      assertThat(api().get("/api/v1/forms", one).statusCode()).isEqualTo(401);
      assertThat(api().get("/api/v1/forms", other).statusCode()).isEqualTo(200);
    } finally {
      house.clock().pass(Duration.ofDays(-3));
    }
    tokens.end(who, tokens.of(who.user()).get(0).id());
    assertThat(tokens.of(who.user())).hasSize(1);
    String third = token(who, 30, "forms:read");
    house.get(Users.class).endSessions(who, who.user());
    assertThat(api().get("/api/v1/forms", third).statusCode()).isEqualTo(401);
    assertThat(tokens.of(who.user())).isEmpty();
    assertThat(
            house
                .db()
                .sql("select count(*) from api_token where digest like '%passerelle_%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whatCannotBeTakenIsNamedFieldByField() throws Exception {
    String token = token(member(Role.CASE_MANAGER), 30, "cases:write", "screenings:write");
    HttpResponse<String> answer =
        api().post("/api/v1/cases", token, "{\"country\":\"XX\",\"first_contact\":\"soon\"}", "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(ApiClient.json(answer).path("errors").findValuesAsString("field"))
        .contains("country", "first_contact", "how_came");
    assertThat(api().post("/api/v1/cases", token, "{not json", "").statusCode()).isEqualTo(400);
    assertThat(api().post("/api/v1/cases", token, "{}", "no-uuid").statusCode()).isEqualTo(422);
    HttpResponse<String> screening =
        api()
            .post(
                "/api/v1/screenings",
                token,
                "{\"form\":\"screening-short\",\"answers\":{\"no_such\":\"x\",\"age_under_18\":\"perhaps\"}}",
                "");
    assertThat(screening.statusCode()).isEqualTo(422);
    assertThat(ApiClient.json(screening).path("errors").findValuesAsString("field"))
        .contains("no_such", "age_under_18");
  }

  @Test
  void aScreeningIsHandedInAndItsResultIsNoFinding() throws Exception {
    SignedIn who = member(Role.FIRST_RESPONDER);
    String token = token(who, 30, "screenings:read", "screenings:write");
    HttpResponse<String> made =
        api()
            .post(
                "/api/v1/screenings",
                token,
                """
            {"form":"screening-short","answers":{"country":"RS","age_under_18":"not_sure",
             "act":["transportation"],"purpose":["forced_begging"]}}
            """,
                "");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode read =
        ApiClient.json(api().get(made.headers().firstValue("location").orElseThrow(), token));
    assertThat(read.path("screening").path("outcome").asString()).isEqualTo("indicators_present");
    assertThat(read.path("screening").path("maybeMinor").asBoolean()).isTrue();
  }

  @Test
  void theDescriptionNamesEveryAddressAndItsScope() throws Exception {
    HttpResponse<String> answer = api().get("/api/v1/openapi.json", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode description = ApiClient.json(answer);
    assertThat(description.path("openapi").asString()).startsWith("3.");
    assertThat(description.path("paths").propertyNames())
        .contains(
            "/api/v1/cases",
            "/api/v1/cases/{id}/identity",
            "/api/v1/screenings",
            "/api/v1/referrals/received/{id}/accept",
            "/api/v1/organisations",
            "/api/v1/partner-reports",
            "/api/v1/partner-reports/{id}",
            "/api/v1/forms/{form}");
    for (String scope : Tokens.SCOPES) {
      assertThat(answer.body()).contains(scope);
    }
  }

  /** An open session alone makes no token: it would outlive signing out. */
  @Test
  void aTokenIsMadeOnlyWithPasswordAndSecondFactorAnew() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser browser = member.browser();
    Tokens tokens = house.get(Tokens.class);
    assertThat(browser.get("/account/tokens").body()).doesNotContain("name=\"scopes\"");
    assertThat(make(browser, member.password()).status()).isEqualTo(422);
    assertThat(browser.post("/account/tokens/confirm").location()).isEqualTo("/account/confirm");
    assertThat(member.confirm(browser).location()).isEqualTo("/account/tokens");
    assertThat(make(browser, "guessed by a passer-by").status()).isEqualTo(422);
    assertThat(tokens.of(member.user().id())).isEmpty();
    assertThat(make(browser, member.password()).location()).isEqualTo("/account/tokens");
    assertThat(tokens.of(member.user().id())).hasSize(1);
    browser.get("/account/tokens");
    assertThat(make(browser, member.password()).status()).as("one act each").isEqualTo(422);
  }

  private Browser.Answer make(Browser browser, String password) {
    browser.get("/account/tokens");
    return browser.post(
        "/account/tokens",
        "_once",
        UUID.randomUUID().toString(),
        "label",
        "a program",
        "scopes",
        "identities:read",
        "expires",
        today().plusDays(300).toString(),
        "currentPassword",
        password);
  }

  @Test
  void whatATokenReadsCountsLikeAnExportIsLoggedAsItsAndRaisesAnAlarm() throws Exception {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    Browser officer = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).browser();
    String token = token(who, 30, "cases:read", "cases:write", "identities:read");
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      HttpResponse<String> made =
          api()
              .post(
                  "/api/v1/cases",
                  token,
                  """
              {"country":"RS","first_contact":"%s","how_came":"self","name":"Ime %d",
               "nationalities":["AL"],"pseudonym":"Lumi","might_be_minor":"no"}
              """
                      .formatted(today(), i),
                  "");
      files.add(made.headers().firstValue("location").orElseThrow());
    }
    // twice the same person is one; read and identity are one
    assertThat(api().get(files.get(0), token).statusCode()).isEqualTo(200);
    int read = 0;
    for (String file : files) {
      HttpResponse<String> answer = api().get(file + "/identity", token);
      assertThat(answer.statusCode()).isIn(200, 409);
      read += answer.statusCode() == 200 ? 1 : 0;
    }
    assertThat(read).isEqualTo(50);
    assertThat(api().get(files.get(59), token).body()).contains("50", "data protection officer");
    // another token of the same user makes no difference
    String other = token(who, 30, "identities:read");
    assertThat(api().get(files.get(59) + "/identity", other).statusCode()).isEqualTo(409);

    AuditReader log = house.get(AuditReader.class);
    assertThat(log.entries(null, who.user(), "identity.read", 0, 1).get(0).detail())
        .contains("by-token=");
    assertThat(log.entries(null, who.user(), "program.limit-reached", 0, 9)).hasSize(2);
    assertThat(officer.get("/").body()).contains("reached the limit");
    String report = officer.get("/protect/reports").body();
    assertThat(report).contains("A program of " + who.name() + " reached the limit");
    Matcher alarm = Pattern.compile("/protect/reports/alarms/[0-9a-f-]+").matcher(report);
    assertThat(alarm.find()).isTrue();
    assertThat(officer.post(alarm.group()).location()).isEqualTo("/protect/reports");
    // at a page the limit is no wall: somebody reads one after the other
    assertThat(manager.browser().get("/protect/cases/" + id(files.get(59))).status())
        .isEqualTo(200);
    house.clock().pass(Duration.ofHours(25));
    assertThat(api().get(files.get(59) + "/identity", token).statusCode()).isEqualTo(200);
  }

  private static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private SignedIn member(Role role) {
    return Staff.signedIn(Member.of(house, role).user());
  }

  private String token(SignedIn who, int days, String... scopes) {
    return house.get(Tokens.class).make(who, "a program", Set.of(scopes), today().plusDays(days));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private ApiClient api() {
    return new ApiClient(house);
  }
}
