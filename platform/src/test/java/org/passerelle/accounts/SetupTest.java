package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.signin.Setup;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What a set-up link opens, and how often. */
@OnBothDatabases
class SetupTest {
  @Parameter House house;

  @Test
  void aLinkOpensOnce() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    String link = "/setup/" + created.link();
    Member.enter(house, created.user(), link);
    Browser second = new Browser(house);
    assertThat(second.get(link).status()).isEqualTo(404);
    second.get("/sign-in");
    assertThat(
            second
                .post(link, "password", Member.PASSWORD, "passwordAgain", Member.PASSWORD)
                .status())
        .isEqualTo(404);
  }

  @Test
  void aLinkLapsesAfterADay() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    house.clock().pass(Duration.ofHours(23));
    assertThat(new Browser(house).get("/setup/" + created.link()).status()).isEqualTo(200);
    house.clock().pass(Duration.ofHours(2));
    assertThat(new Browser(house).get("/setup/" + created.link()).status()).isEqualTo(404);
  }

  @Test
  void theLinkIsKeptAsADigestOnly() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    assertThat(
            house
                .db()
                .sql("select hash from setup_link where user_id = :id")
                .param("id", created.user().id())
                .query(String.class)
                .single())
        .hasSize(64)
        .doesNotContain(created.link());
  }

  @Test
  void aNewLinkClosesTheOldOneAndADisabledUserHasNone() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    String second = house.get(Users.class).makeLink(by, created.user().id());
    assertThat(new Browser(house).get("/setup/" + created.link()).status()).isEqualTo(404);
    assertThat(new Browser(house).get("/setup/" + second).status()).isEqualTo(200);
    house.get(Users.class).setActive(by, created.user().id(), false);
    assertThat(new Browser(house).get("/setup/" + second).status()).isEqualTo(404);
  }

  @Test
  void aWeakPasswordIsRefusedAndTheLinkStaysGood() {
    Users.Created created = Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    String link = "/setup/" + created.link();
    Browser browser = new Browser(house);
    browser.get(link);
    Browser.Answer refused =
        browser.post(link, "password", "password1234", "passwordAgain", "password1234");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("attackers try first");
    assertThat(
            browser
                .post(link, "password", Member.PASSWORD, "passwordAgain", Member.PASSWORD)
                .status())
        .isEqualTo(302);
  }

  @Test
  void resettingTakesAwayPasswordPhoneAndPaper() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    String link = Staff.resetSignIn(house, house.somebody(Role.ADMINISTRATOR), member.user().id());
    assertThat(member.calm().givePassword(new Browser(house)).status()).isEqualTo(422);
    Member again = Member.enter(house, member.user(), "/setup/" + link);
    assertThat(again.secret()).isNotEqualTo(member.secret());
    assertThat(again.recoveryCodes()).doesNotContainAnyElementsOf(member.recoveryCodes());
  }

  @Test
  void thereIsNoFirstLinkOnceThereIsAUser() {
    Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    assertThat(house.get(Setup.class).firstLink()).isEmpty();
  }
}
