package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** How sessions end: by time, by signing out, and because of what somebody else changes. */
@OnBothDatabases
@Tag("postgresql")
class SessionsTest {
  @Parameter House house;

  @Test
  void aHalfDoneSignInLapses() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser browser = new Browser(house);
    member.givePassword(browser);
    house.clock().pass(Duration.ofMinutes(11));
    assertThat(browser.get("/sign-in/second-factor").location()).isEqualTo("/sign-in");
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    String session = member.browser().session();
    member.browser().get("/account");
    assertThat(member.browser().post("/sign-out").location()).isEqualTo("/sign-in");
    assertThat(member.browser().getWithSession("/account", session).status()).isEqualTo(302);
  }

  @Test
  void signingOutEverywhereEndsAllSessions() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser other = member.elsewhere();
    assertThat(Member.isInside(other)).isTrue();
    member.browser().get("/account");
    member.browser().post("/account/sessions/end-all");
    assertThat(Member.isInside(other)).isFalse();
    assertThat(Member.isInside(member.browser())).isFalse();
  }

  @Test
  void disablingChangingRolesAndResettingEndSessionsAtOnce() {
    Users users = house.get(Users.class);
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    Member disabled = Member.of(house, Role.CASE_MANAGER);
    Member promoted = Member.of(house, Role.CASE_MANAGER);
    Member reset = Member.of(house, Role.CASE_MANAGER);
    Member ended = Member.of(house, Role.CASE_MANAGER);
    for (Member member : List.of(disabled, promoted, reset, ended)) {
      assertThat(Member.isInside(member.browser())).isTrue();
    }
    users.setActive(by, disabled.user().id(), false);
    Staff.setRoles(house, by, promoted.user().id(), Role.SUPERVISOR);
    Staff.resetSignIn(house, by, reset.user().id());
    users.endSessions(by, ended.user().id());
    for (Member member : List.of(disabled, promoted, reset, ended)) {
      assertThat(Member.isInside(member.browser())).isFalse();
    }
  }

  @Test
  void closingAnOrganisationEndsTheSessionsOfItsUsersAndKeepsThemOut() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    house.get(Organisations.class).setActive(by, member.user().organisation(), false);
    assertThat(Member.isInside(member.browser())).isFalse();
    Browser browser = new Browser(house);
    assertThat(member.calm().givePassword(browser).status()).isEqualTo(422);
  }

  @Test
  void aHalfDoneSignInDoesNotOutliveAReset() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Browser browser = new Browser(house);
    member.givePassword(browser);
    house.get(Users.class).endSessions(house.somebody(Role.ADMINISTRATOR), member.user().id());
    assertThat(member.giveCode(browser, member.digits()).status()).isEqualTo(422);
    assertThat(Member.isInside(browser)).isFalse();
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    Browser other = member.elsewhere();
    member.confirm(member.browser());
    member.browser().get("/account");
    String fresh = "four green herons sleep";
    assertThat(
            member
                .browser()
                .post(
                    "/account/password",
                    "currentPassword",
                    member.password(),
                    "password",
                    fresh,
                    "passwordAgain",
                    fresh)
                .location())
        .isEqualTo("/account");
    assertThat(Member.isInside(other)).isFalse();
    assertThat(Member.isInside(member.browser())).isTrue();
    assertThat(member.calm().givePassword(new Browser(house)).status()).isEqualTo(422);
    assertThat(member.givePassword(new Browser(house), fresh).status()).isEqualTo(302);
  }
}
