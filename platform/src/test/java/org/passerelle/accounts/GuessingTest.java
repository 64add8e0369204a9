package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Many guesses at once, guesses within a session, and a clock that jumps: the limits hold. */
@OnBothDatabases
class GuessingTest {
  @Parameter House house;

  @BeforeEach
  void forgetTheAddressThatAllTestsShare() {
    house.clock().pass(Duration.ofHours(25));
  }

  @Test
  void twentySignInsAtOnceGetNoMoreHonestAnswersThanOneAfterTheOther() throws Exception {
    Member victim = Member.of(house, Role.CASE_MANAGER);
    List<Browser> browsers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Browser browser = new Browser(house);
      browser.get("/sign-in");
      browsers.add(browser);
    }
    List<Callable<Integer>> tries = new ArrayList<>();
    for (Browser browser : browsers) {
      tries.add(
          () ->
              browser
                  .post("/sign-in", "login", victim.user().login(), "password", "guessed in vain")
                  .status());
    }
    List<Integer> answers = AtOnce.all(tries);
    assertThat(answers.stream().filter(status -> status == 422).count())
        .as("told that the password is wrong")
        .isEqualTo(5);
    assertThat(answers).containsOnly(422, 302);
    // and the right person still comes in
    Browser fresh = new Browser(house);
    victim.nextCode().givePassword(fresh);
    assertThat(victim.giveCode(fresh, victim.digits()).status()).isEqualTo(302);
  }

  @Test
  void twentyCodesAtOnceAreNotAllTried() throws Exception {
    Member victim = Member.of(house, Role.CASE_MANAGER).nextCode();
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Browser thief = new Browser(house);
      victim.givePassword(thief);
      thief.get("/sign-in/second-factor");
      tries.add(() -> thief.post("/sign-in/second-factor", "code", "000000").status());
    }
    assertThat(Set.copyOf(AtOnce.all(tries))).containsExactly(422);
    Browser thief = new Browser(house);
    victim.givePassword(thief);
    assertThat(victim.giveCode(thief, victim.digits()).status()).isEqualTo(422);
  }

  @Test
  void whoeverHoldsThePasswordDoesNotLockOutTheOwnerOnANewDevice() {
    Member victim = Member.of(house, Role.CASE_MANAGER).nextCode();
    for (int i = 0; i < 6; i++) {
      Browser thief = new Browser(house);
      victim.givePassword(thief);
      for (int j = 0; j < 4; j++) {
        victim.giveCode(thief, "00000" + j);
      }
    }
    Browser fresh = new Browser(house);
    victim.givePassword(fresh);
    Browser.Answer first = victim.giveCode(fresh, victim.digits());
    assertThat(first.status()).isEqualTo(422);
    assertThat(first.body()).contains("two in a row");
    assertThat(victim.nextCode().giveCode(fresh, victim.digits()).status()).isEqualTo(302);
    assertThat(Member.isInside(fresh)).isTrue();
  }

  @Test
  void fortyGuessesInAnOpenSessionAreSlowedAndEachStandsInTheLog() {
    for (String path : List.of("/account/recovery-codes", "/account/password", "/account/totp")) {
      Member owner = Member.of(house, Role.CASE_MANAGER);
      Browser elsewhere = owner.elsewhere();
      Browser stolen = owner.browser();
      owner.confirm(stolen);
      int told = 0;
      for (int i = 0; i < 40; i++) {
        stolen.get("/account");
        Browser.Answer answer =
            stolen.post(
                path,
                "currentPassword",
                "guess number " + i,
                "password",
                "four green herons sleep",
                "passwordAgain",
                "four green herons sleep",
                "code",
                "123456");
        assertThat(answer.status()).as(path).isEqualTo(409);
        told += answer.body().contains("too many failed attempts") ? 0 : 1;
      }
      assertThat(told).as(path + ": guesses that were compared").isLessThanOrEqualTo(6);
      assertThat(lines("password.refused", owner)).as(path).isEqualTo(40);
      // in another session the owner is not held up
      owner.confirm(elsewhere);
      elsewhere.get("/account");
      assertThat(
              elsewhere
                  .post("/account/recovery-codes", "currentPassword", owner.password())
                  .location())
          .as(path)
          .isEqualTo("/account/recovery-codes");
    }
  }

  @Test
  void anOpenSessionAloneChangesNoFactorAndNoPassword() {
    Member owner = Member.of(house, Role.CASE_MANAGER);
    Browser stolen = owner.browser();
    Browser.Answer page = stolen.get("/account");
    assertThat(page.body()).contains("/account/confirm").doesNotContain("currentPassword");
    assertThat(stolen.get("/account/totp").location()).isEqualTo("/account/confirm");
    for (String path :
        List.of(
            "/account/recovery-codes",
            "/account/password",
            "/account/totp",
            "/account/totp/remove",
            "/account/passkeys/remove")) {
      stolen.get("/account");
      assertThat(sent(stolen, path, owner.password()).status()).as(path).isEqualTo(409);
    }
    owner.confirm(stolen);
    stolen.get("/account");
    assertThat(
            stolen.post("/account/recovery-codes", "currentPassword", owner.password()).location())
        .isEqualTo("/account/recovery-codes");
    stolen.get("/account/recovery-codes");
    stolen.get("/account");
    assertThat(sent(stolen, "/account/recovery-codes", owner.password()).status())
        .as("the confirmation counted for one act")
        .isEqualTo(409);
  }

  @Test
  void aClockThatJumpedForthAndBackLocksNobodyOutAndOpensNothingLonger() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Duration jump = Duration.ofDays(400);
    house.clock().pass(jump);
    Browser ahead = new Browser(house);
    member.givePassword(ahead);
    assertThat(member.giveCode(ahead, member.digits()).status()).isEqualTo(302);
    for (int i = 0; i < 12; i++) {
      member.givePassword(new Browser(house), "guess number " + i);
    }
    assertThat(Member.isInside(ahead)).isTrue();
    house.clock().pass(jump.negated());

    assertThat(Member.isInside(ahead)).as("a session of the future has ended").isFalse();
    Browser back = new Browser(house);
    assertThat(member.givePassword(back).location()).isEqualTo("/sign-in/second-factor");
    String code = member.digits();
    assertThat(member.giveCode(back, code).status()).isEqualTo(302);
    Browser again = new Browser(house);
    member.givePassword(again);
    assertThat(member.giveCode(again, code).status()).as("and counts once").isEqualTo(422);
  }

  /** A form that the page does not show, as a thief sends it. */
  private static Browser.Answer sent(Browser browser, String path, String password) {
    return browser.post(
        path,
        "_once",
        UUID.randomUUID().toString(),
        "currentPassword",
        password,
        "credential",
        "x");
  }

  private long lines(String action, Member member) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and user_id = :user")
        .param("action", action)
        .param("user", member.user().id())
        .query(Long.class)
        .single();
  }
}
