package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What holds for every answer, and what forms cannot change. */
@OnBothDatabases
class HouseRulesTest {
  @Parameter House house;

  @Test
  void pagesWithDataAreNotStoredAndTheBrowserIsHeldShort() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    for (Browser.Answer answer :
        List.of(
            member.browser().get("/account"),
            new Browser(house).get("/sign-in"),
            new Browser(house).get("/no/such/page"))) {
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Content-Security-Policy"))
          .startsWith("default-src 'none';")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "http", "data:", "*");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.body()).doesNotContain(" style=", "onclick=", "<script>");
    }
  }

  @Test
  void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser browser = new Browser(house);
    assertThat(browser.get("/sign-in").header("Set-Cookie"))
        .startsWith("form=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
    assertThat(member.givePassword(browser).header("Set-Cookie"))
        .startsWith("passerelle=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void aRefusalIsLoggedWithTheRouteAndNotTheAddress() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    member.browser().get("/house/users/" + java.util.UUID.randomUUID());
    assertThat(
            house
                .db()
                .sql(
                    """
                    select detail from audit_entry
                    where user_id = :id and action = 'access.refused'
                    """)
                .param("id", member.user().id())
                .query(String.class)
                .single())
        .isEqualTo("method=GET\nroute=/house/users/{id}");
  }

  @Test
  void anAdministratorEntersAColleagueWhoComesIn() {
    Member administrator = Member.of(house, Role.ADMINISTRATOR);
    Browser browser = administrator.browser();
    browser.get("/house/users/new");
    String login = "new." + house.database() + "." + System.nanoTime();
    String own = administrator.user().organisation().toString();
    Browser.Answer created =
        browser.post(
            "/house/users",
            "login",
            login,
            "name",
            "Ана",
            "organisation",
            own,
            "language",
            "sr-Cyrl",
            "roles",
            "CASE_MANAGER",
            "roles",
            "SUPERVISOR");
    assertThat(browser.get(created.location()).body()).contains("Ана", "waits for a second person");
    User user =
        house.get(Users.class).all().stream()
            .filter(u -> u.login().equals(login))
            .findFirst()
            .orElseThrow();
    assertThat(user.roles()).as("until somebody agrees").isEmpty();
    house.get(Users.class).waiting(user.id()).forEach(r -> Staff.agree(house, r));
    user = house.get(Users.class).find(user.id()).orElseThrow();
    browser.get("/house/users/" + user.id());
    Browser.Answer made = browser.post("/house/users/" + user.id() + "/link");
    String page = browser.get(made.location()).body();
    String link = page.replaceAll("(?s).*>(http[^<]*/setup/[^<]+)<.*", "$1");
    assertThat(link).startsWith(house.address() + "/setup/");
    assertThat(browser.get(made.location()).status()).as("shown once").isEqualTo(302);
    assertThat(user.roles()).isEqualTo(Set.of(Role.CASE_MANAGER, Role.SUPERVISOR));
    Member colleague = Member.enter(house, user, link.substring(house.address().length()));
    assertThat(Member.isInside(colleague.browser())).isTrue();
    assertThat(browser.get("/house/users").body()).contains("Ана", login);
    assertThat(browser.get("/house/users/" + user.id()).body()).contains(login);
    assertThat(browser.get("/house/organisations").body()).contains("@test");
    assertThat(browser.get("/house/organisations/" + user.organisation()).status()).isEqualTo(200);
    assertThat(browser.get("/house/organisations/new").status()).isEqualTo(200);
  }

  @Test
  void aFormThatIsSentTwiceTakesEffectOnce() {
    Member administrator = Member.of(house, Role.ADMINISTRATOR);
    Browser browser = administrator.browser();
    browser.get("/house/organisations/new");
    OrganisationDraft draft = Staff.draft(house, true);
    String[] fields = {
      "handle",
      draft.handle(),
      "nameEn",
      "A",
      "nameFr",
      "A",
      "nameSr",
      "А",
      "type",
      "ngo",
      "country",
      "RS",
      "casework",
      "yes"
    };
    Browser.Answer first = browser.post("/house/organisations", fields);
    Browser.Answer second = browser.post("/house/organisations", fields);
    assertThat(first.location()).startsWith("/house/organisations/");
    assertThat(second.location()).isEqualTo(first.location());
  }

  @Test
  void fieldsThatAFormDoesNotHaveAreIgnored() {
    Member administrator = Member.of(house, Role.ADMINISTRATOR);
    Member member = Member.of(house, Role.CASE_MANAGER);
    Organisation other = Staff.organisation(house);
    User before = house.get(Users.class).find(member.user().id()).orElseThrow();

    member.browser().get("/account");
    member
        .browser()
        .post(
            "/account/language",
            "language",
            "fr",
            "organisationId",
            other.id().toString(),
            "organisation",
            other.id().toString(),
            "roles",
            "ADMINISTRATOR",
            "active",
            "false",
            "epoch",
            "0");
    administrator.browser().get("/house/users/" + before.id());
    administrator
        .browser()
        .post(
            "/house/users/" + before.id(),
            "name",
            before.name(),
            "language",
            "fr",
            "organisation",
            other.id().toString(),
            "organisationId",
            other.id().toString(),
            "roles",
            "SUPERVISOR",
            "login",
            "other");
    User after = house.get(Users.class).find(before.id()).orElseThrow();
    assertThat(after)
        .isEqualTo(
            new User(
                before.id(),
                before.login(),
                before.name(),
                before.organisation(),
                "fr",
                true,
                before.roles(),
                before.created(),
                true,
                true));

    Organisation organisation =
        house.get(Organisations.class).find(before.organisation()).orElseThrow();
    administrator.browser().get("/house/organisations/" + organisation.id());
    administrator
        .browser()
        .post(
            "/house/organisations/" + organisation.id(),
            "handle",
            "stolen",
            "id",
            other.id().toString(),
            "active",
            "false",
            "nameEn",
            "A",
            "nameFr",
            "A",
            "nameSr",
            "А",
            "type",
            "ngo",
            "country",
            "RS",
            "casework",
            "yes");
    Organisation changed = house.get(Organisations.class).find(organisation.id()).orElseThrow();
    assertThat(changed.handle()).isEqualTo(organisation.handle());
    assertThat(changed.active()).isTrue();
    assertThat(changed.name().byLanguage()).containsEntry("en", "A");
  }

  @Test
  void anAdministratorEndsAllSessionsOfAPerson() {
    Member administrator = Member.of(house, Role.ADMINISTRATOR);
    Member member = Member.of(house, Role.CASE_MANAGER);
    administrator.browser().get("/house/users/" + member.user().id());
    administrator.browser().post("/house/users/" + member.user().id() + "/sessions");
    assertThat(Member.isInside(member.browser())).isFalse();
  }

  @Test
  void whatWasTypedComesBackAsTextAndNeverAsMarkup() {
    Browser browser = new Browser(house);
    browser.get("/sign-in");
    assertThat(
            browser
                .post("/sign-in", "login", "\"><img src=x onerror=alert(1)>", "password", "x")
                .body())
        .doesNotContain("<img");
  }

  @Test
  void oddInputIsAnsweredWithoutATrace() {
    Browser browser = new Browser(house);
    browser.get("/sign-in");
    for (String odd : List.of("\u0000", "a\r\nFAKE", "x".repeat(1_000_000), "😀".repeat(300))) {
      Browser.Answer answer = browser.post("/sign-in", "login", odd, "password", odd);
      assertThat(answer.status()).isIn(302, 413, 422);
      assertThat(answer.body()).doesNotContain("Exception", "at org.");
    }
  }

  @Test
  void anHtmxRequestOfAStrangerIsLedToTheSignInPageAsAWhole() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(house.address() + "/account"))
                    .header("HX-Request", "true")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
  }
}
