package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.storage.House;
import org.passerelle.testing.FreePorts;

/** Single sign-on against a real provider: it opens accounts that exist, and nothing else. */
@Tag("slow")
@Tag("long")
class SingleSignOnTest {
  private static int port;
  private static IdentityProvider provider;
  private static House house;

  @BeforeAll
  static void aHouseWithAProvider() {
    port = FreePorts.next();
    provider = IdentityProvider.start(port);
    house =
        House.with(
            House.Database.H2,
            Map.of(
                "server.port",
                String.valueOf(port),
                "passerelle.address",
                "http://127.0.0.1:" + port,
                "passerelle.sso.issuer",
                provider.issuer(),
                "passerelle.sso.client-id",
                IdentityProvider.CLIENT,
                "passerelle.sso.client-secret",
                IdentityProvider.SECRET,
                "passerelle.sso.second-factor",
                "hwk",
                "passerelle.sso.name",
                "The ministry"));
  }

  @AfterAll
  static void close() {
    house.close();
    provider.close();
  }

  @Test
  void theSecondFactorOfTheHouseIsAskedForUnlessTheProvidersCounts() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Round round = new Round();
    HttpResponse<String> back = round.signInAt(member.user().login());
    assertThat(location(back)).isEqualTo("/sign-in/second-factor");
    assertThat(round.get("/account").statusCode()).as("not in yet").isEqualTo(302);
    assertThat(round.get("/sign-in/second-factor").body()).contains("Second factor");

    provider.says(member.user().login(), Map.of("amr", List.of("pwd", "hwk")));
    Round again = new Round();
    assertThat(location(again.signInAt(member.user().login()))).isEqualTo("/");
    assertThat(again.get("/account").body()).contains(member.user().login());
    assertThat(done(member)).contains("factor=provider");

    provider.says(member.user().login(), Map.of("amr", List.of("pwd", "sms")));
    assertThat(location(new Round().signInAt(member.user().login())))
        .as("a factor that the operator does not trust")
        .isEqualTo("/sign-in/second-factor");
  }

  @Test
  void theSignInPageOffersIt() {
    assertThat(new Round().get("/sign-in").body())
        .contains("Sign in with The ministry", "/sign-in/sso");
  }

  @Test
  void whereItIsNotConfiguredThereIsNoSuchDoor() {
    Browser elsewhere = new Browser(House.on(House.Database.H2));
    assertThat(elsewhere.get("/sign-in/sso").status()).isEqualTo(404);
    assertThat(elsewhere.get("/sign-in/sso/back?code=x&state=y").status()).isEqualTo(404);
    assertThat(elsewhere.get("/sign-in").body()).doesNotContain("/sign-in/sso");
  }

  @Test
  void somebodyUnknownIsNeverMade() {
    int before = house.get(Users.class).all().size();
    HttpResponse<String> back = new Round().signInAt("nobody@test.example");
    refused(back, "no active account");
    assertThat(house.get(Users.class).all()).hasSize(before);
  }

  @Test
  void aClosedAccountAndOneNeverSetUpAreAnsweredLikeSomebodyUnknown() {
    Member closed = Member.of(house, Role.CASE_MANAGER);
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), closed.user().id(), false);
    User invited = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER).user();
    provider.says(invited.login(), Map.of("amr", List.of("hwk")));
    String unknown = sentence(new Round().signInAt("nobody2@test.example"));
    assertThat(sentence(new Round().signInAt(closed.user().login()))).isEqualTo(unknown);
    assertThat(sentence(new Round().signInAt(invited.login()))).isEqualTo(unknown);
  }

  @Test
  void anAddressThatTheProviderHasNotVerifiedOpensNothing() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    provider.says(member.user().login(), Map.of("email_verified", false, "amr", List.of("hwk")));
    refused(new Round().signInAt(member.user().login()), "has not verified");
    // nor does saying somebody else's address without verification
    provider.says(
        "mallory@test.example",
        Map.of("email", member.user().login(), "email_verified", false, "amr", List.of("hwk")));
    refused(new Round().signInAt("mallory@test.example"), "has not verified");
  }

  @Test
  void aStateThatWasNotSentIsRefused() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    provider.says(member.user().login(), Map.of("amr", List.of("hwk")));
    Round round = new Round();
    String answer = round.answerFor(member.user().login());
    refused(round.open(answer.replaceAll("state=[^&]+", "state=forged")), "did not succeed");
    // the right answer in another browser, as an attacker would slip it in
    String stolen = new Round().answerFor(member.user().login());
    refused(new Round().open(stolen), "did not succeed");
  }

  @Test
  void anAnswerCountsOnce() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    provider.says(member.user().login(), Map.of("amr", List.of("hwk")));
    Round round = new Round();
    String answer = round.answerFor(member.user().login());
    assertThat(location(round.open(answer))).isEqualTo("/");
    refused(new Round().open(answer), "did not succeed");
  }

  @Test
  void anIdentityTokenOfAnotherSignInIsRefused() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    provider.says(
        member.user().login(), Map.of("nonce", "of another sign-in", "amr", List.of("hwk")));
    refused(new Round().signInAt(member.user().login()), "did not succeed");
    provider.says(
        member.user().login(), Map.of("aud", List.of("another-house"), "amr", List.of("hwk")));
    refused(new Round().signInAt(member.user().login()), "did not succeed");
  }

  @Test
  void aRefusalAtTheProviderLeadsBackToTheSignInPage() {
    Round round = new Round();
    round.get("/sign-in/sso");
    refused(
        round.open("http://127.0.0.1:" + port + "/sign-in/sso/back?error=access_denied"),
        "did not succeed");
  }

  @Test
  void aProviderThatIsDownLeavesThePassword() {
    int dead = FreePorts.next();
    House alone =
        House.with(
            House.Database.H2,
            Map.of(
                "passerelle.sso.issuer",
                "http://127.0.0.1:" + dead,
                "passerelle.sso.client-id",
                IdentityProvider.CLIENT));
    try {
      Browser browser = new Browser(alone);
      Browser.Answer answer = browser.get("/sign-in/sso");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("does not answer", "name=\"password\"");
      Member member = Member.of(alone, Role.CASE_MANAGER);
      assertThat(Member.isInside(member.elsewhere())).isTrue();
    } finally {
      alone.close();
    }
  }

  private static List<String> done(Member member) {
    return house
        .db()
        .sql("select detail from audit_entry where action = 'sign-in.done' and user_id = :id")
        .param("id", member.user().id())
        .query(String.class)
        .list();
  }

  private static void refused(HttpResponse<String> answer, String words) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(words, "name=\"password\"");
  }

  private static String sentence(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body().replaceAll("(?s).*role=\"alert\"[^>]*>(.*?)</div>.*", "$1");
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(l -> l.replace("http://127.0.0.1:" + port, ""))
        .orElse("");
  }

  /** A browser that knows the password at the provider. */
  private static final class Round {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpResponse<String> get(String path) {
      return open("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> open(String address) {
      return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** From the house to the provider and back, signed in there as somebody. */
    HttpResponse<String> signInAt(String user) {
      return open(answerFor(user));
    }

    /** The address with which the provider sends the browser back. */
    String answerFor(String user) {
      String there = get("/sign-in/sso").headers().firstValue("Location").orElseThrow();
      assertThat(there)
          .startsWith(provider.issuer())
          .contains("nonce=", "state=", "code_challenge=", "code_challenge_method=S256");
      String basic =
          Base64.getEncoder()
              .encodeToString(
                  (user + ":" + IdentityProvider.PASSWORD).getBytes(StandardCharsets.UTF_8));
      // a session at the provider first, then the house's question
      send(
          HttpRequest.newBuilder(URI.create(provider.issuer() + "/"))
              .header("Authorization", "Basic " + basic));
      return open(there).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(
            request.header("Accept-Language", "en").header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
