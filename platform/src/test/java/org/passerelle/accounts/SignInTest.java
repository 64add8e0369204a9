package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Coming in, through the pages. */
@OnBothDatabases
class SignInTest {
  @Parameter House house;

  @Test
  void aNewColleagueChoosesAPasswordAddsAPhoneAndReadsTheRecoveryCodes() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    assertThat(member.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(Member.isInside(member.browser())).isTrue();
    assertThat(member.browser().get("/account/recovery-codes").location()).isEqualTo("/account");
  }

  @Test
  void theSecretOfThePhoneIsKeptAsCiphertext() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    byte[] sealed =
        house
            .db()
            .sql("select secret from totp where user_id = :id")
            .param("id", member.user().id())
            .query((row, i) -> row.getBytes("secret"))
            .single();
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(member.secret(), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void thePasswordAloneOpensNothing() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser browser = new Browser(house);
    assertThat(member.givePassword(browser).location()).isEqualTo("/sign-in/second-factor");
    assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    assertThat(browser.get("/house/users").location()).isEqualTo("/sign-in");
  }

  @Test
  void aPasswordWithoutFactorLeadsToEnrolmentAndNowhereElse() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    String link = "/setup/" + created.link();
    Browser browser = new Browser(house);
    browser.get(link);
    assertThat(
            browser
                .post(link, "password", Member.PASSWORD, "passwordAgain", Member.PASSWORD)
                .location())
        .isEqualTo("/sign-in/enrol");
    assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    Browser other = new Browser(house);
    other.get("/sign-in");
    assertThat(
            other
                .post("/sign-in", "login", created.user().login(), "password", Member.PASSWORD)
                .location())
        .isEqualTo("/sign-in/enrol");
    assertThat(other.get("/account").location()).isEqualTo("/sign-in");
  }

  @Test
  void theSessionIdentifierChangesAtEveryStepAndTheOldOneIsWorthless() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Browser browser = new Browser(house);
    browser.get("/sign-in");
    String before = browser.session();
    member.givePassword(browser);
    String between = browser.session();
    member.giveCode(browser, member.digits());
    String after = browser.session();

    assertThat(Set.of(before, between, after)).hasSize(3);
    assertThat(browser.getWithSession("/account", before).status()).isEqualTo(302);
    assertThat(browser.getWithSession("/account", between).status()).isEqualTo(302);
    assertThat(browser.getWithSession("/account", after).status()).isEqualTo(200);
  }

  @Test
  void aCodeCountsOnce() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    String code = member.digits();
    Browser first = new Browser(house);
    member.givePassword(first);
    assertThat(member.giveCode(first, code).status()).isEqualTo(302);

    Browser second = new Browser(house);
    member.givePassword(second);
    assertThat(member.giveCode(second, code).status()).isEqualTo(422);
    assertThat(Member.isInside(second)).isFalse();
  }

  @Test
  void theStepBeforeAndAfterCountAndTheOneBeyondDoesNot() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    house.clock().pass(Duration.ofMinutes(5));
    Browser browser = new Browser(house);
    member.givePassword(browser);
    assertThat(member.giveCode(browser, Member.digits(member.secret(), house, -2)).status())
        .isEqualTo(422);
    assertThat(member.giveCode(browser, Member.digits(member.secret(), house, 2)).status())
        .isEqualTo(422);
    assertThat(member.giveCode(browser, Member.digits(member.secret(), house, -1)).status())
        .isEqualTo(302);
    Browser other = new Browser(house);
    member.givePassword(other);
    assertThat(member.giveCode(other, Member.digits(member.secret(), house, 1)).status())
        .isEqualTo(302);
  }

  @Test
  void aRecoveryCodeOpensOnce() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    String code = member.recoveryCodes().get(3).toLowerCase(java.util.Locale.ROOT);
    Browser browser = new Browser(house);
    member.givePassword(browser);
    assertThat(member.giveCode(browser, code).status()).isEqualTo(302);
    assertThat(Member.isInside(browser)).isTrue();
    Browser again = new Browser(house);
    member.givePassword(again);
    assertThat(member.giveCode(again, code).status()).isEqualTo(422);
  }

  @Test
  void fiveWrongCodesAndThePasswordIsAskedAgain() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Browser browser = new Browser(house);
    member.givePassword(browser);
    for (int i = 0; i < 5; i++) {
      assertThat(member.giveCode(browser, "000000").status()).isEqualTo(422);
    }
    assertThat(browser.get("/sign-in/second-factor").location()).isEqualTo("/sign-in");
  }

  @Test
  void theWrongPresentPasswordChangesNothing() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    member.confirm(member.browser());
    member.browser().get("/account");
    assertThat(
            member
                .browser()
                .post(
                    "/account/password",
                    "currentPassword",
                    "guessed by a passer-by",
                    "password",
                    "four green herons sleep",
                    "passwordAgain",
                    "four green herons sleep")
                .status())
        .isEqualTo(409);
    assertThat(member.givePassword(new Browser(house)).status()).isEqualTo(302);
  }

  @Test
  void whoWantedAPageComesToItAfterSignIn() {
    Member member = Member.of(house, Role.ADMINISTRATOR).nextCode();
    Browser browser = new Browser(house);
    assertThat(browser.get("/house/users").location()).isEqualTo("/sign-in");
    member.givePassword(browser);
    assertThat(member.giveCode(browser, member.digits()).location()).isEqualTo("/house/users");
  }

  @Test
  void theLanguageFollowsTheUser() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    member.browser().get("/language/fr?to=/account");
    assertThat(house.get(Users.class).find(member.user().id()).orElseThrow().language())
        .isEqualTo("fr");
    Browser other = member.elsewhere();
    assertThat(other.get("/account").body()).contains("<html lang=\"fr\">");
  }

  @Test
  void theLogTellsOfEveryStepAndNeverWhatAStrangerTyped() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Browser stranger = new Browser(house);
    stranger.get("/sign-in");
    stranger.post("/sign-in", "login", "my-secret-by-mistake", "password", "x");
    member.givePassword(new Browser(house), "wrong");
    Browser browser = new Browser(house);
    member.givePassword(browser);
    member.giveCode(browser, "000000");
    member.giveCode(browser, member.digits());
    browser.get("/account");
    browser.post("/sign-out");

    List<String> lines =
        house
            .db()
            .sql(
                """
                select action || ' ' || detail from audit_entry
                where subject = :id or user_id = :id order by number
                """)
            .param("id", member.user().id())
            .query(String.class)
            .list();
    assertThat(lines)
        .containsSubsequence(
            "sign-in.done factor=enrolled",
            "sign-in.failed step=password",
            "sign-in.failed step=second-factor",
            "sign-in.done factor=totp",
            "sign-out.done ");
    assertThat(
            house
                .db()
                .sql("select count(*) from audit_entry where detail like '%my-secret%'")
                .query(Integer.class)
                .single())
        .isZero();
  }
}
