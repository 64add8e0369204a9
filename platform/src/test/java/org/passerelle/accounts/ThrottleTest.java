package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who guesses is slowed down; who is guessed at still comes in. */
@OnBothDatabases
@Tag("postgresql")
class ThrottleTest {
  @Parameter House house;

  @BeforeEach
  void forgetTheAddressThatAllTestsShare() {
    house.clock().pass(Duration.ofHours(25));
  }

  private void attack(Member victim) {
    for (int i = 0; i < 30; i++) {
      victim.givePassword(new Browser(house), "guess number " + i);
    }
  }

  @Test
  void theRightPersonComesInOnANewDeviceWhileTheAccountIsUnderAttack() {
    Member victim = Member.of(house, Role.CASE_MANAGER);
    attack(victim);
    Browser fresh = new Browser(house);
    assertThat(victim.nextCode().givePassword(fresh).location())
        .isEqualTo("/sign-in/second-factor");
    assertThat(victim.giveCode(fresh, victim.digits()).status()).isEqualTo(302);
    assertThat(Member.isInside(fresh)).isTrue();
  }

  @Test
  void aKnownDeviceDoesNotNoticeTheAttack() {
    Member victim = Member.of(house, Role.CASE_MANAGER);
    attack(victim);
    Browser known = victim.browser().closed();
    assertThat(victim.nextCode().givePassword(known, "a typing mistake").status()).isEqualTo(422);
    assertThat(victim.givePassword(known).location()).isEqualTo("/sign-in/second-factor");
    assertThat(victim.giveCode(known, victim.digits()).status()).isEqualTo(302);
  }

  @Test
  void aGuesserNoLongerLearnsWhetherAPasswordIsRight() {
    Member victim = Member.of(house, Role.CASE_MANAGER);
    attack(victim);
    Browser right = new Browser(house);
    Browser wrong = new Browser(house);
    Browser.Answer afterRight = victim.givePassword(right);
    Browser.Answer afterWrong = victim.givePassword(wrong, "guess number 31");
    assertThat(afterWrong.status()).isEqualTo(afterRight.status());
    assertThat(afterWrong.location()).isEqualTo(afterRight.location());
    assertThat(plain(victim.giveCode(wrong, "000000").body()))
        .isEqualTo(plain(victim.giveCode(right, "000000").body()));
  }

  @Test
  void theRightCodeDoesNotHelpAWrongPassword() {
    Member victim = Member.of(house, Role.CASE_MANAGER).nextCode();
    attack(victim);
    Browser wrong = new Browser(house);
    victim.givePassword(wrong, "guess number 31");
    assertThat(victim.giveCode(wrong, victim.digits()).status()).isEqualTo(422);
    assertThat(Member.isInside(wrong)).isFalse();
    // and it did not use up the code of the right person
    Browser right = new Browser(house);
    victim.givePassword(right);
    assertThat(victim.giveCode(right, victim.digits()).status()).isEqualTo(302);
  }

  @Test
  void aLoginThatDoesNotExistIsTreatedAlike() {
    Browser browser = new Browser(house);
    for (int i = 0; i < 6; i++) {
      browser.get("/sign-in");
      browser.post("/sign-in", "login", "nobody" + house.database(), "password", "guess " + i);
    }
    browser.get("/sign-in");
    assertThat(
            browser
                .post("/sign-in", "login", "nobody" + house.database(), "password", "guess")
                .location())
        .isEqualTo("/sign-in/second-factor");
    browser.get("/sign-in/second-factor");
    assertThat(browser.post("/sign-in/second-factor", "code", "123456").status()).isEqualTo(422);
  }

  @Test
  void guessingCodesIsSlowedDownAndTheRecoveryCodeStillOpens() {
    Member victim = Member.of(house, Role.CASE_MANAGER).nextCode();
    for (int i = 0; i < 4; i++) {
      Browser thief = new Browser(house);
      victim.givePassword(thief);
      for (int j = 0; j < 4; j++) {
        victim.giveCode(thief, "00000" + j);
      }
    }
    Browser thief = new Browser(house);
    victim.givePassword(thief);
    assertThat(victim.giveCode(thief, victim.digits()).status())
        .as("one is not enough")
        .isEqualTo(422);
    assertThat(victim.giveCode(thief, victim.digits()).status())
        .as("nor twice the same")
        .isEqualTo(422);
    Browser fresh = new Browser(house);
    victim.givePassword(fresh);
    assertThat(victim.giveCode(fresh, victim.recoveryCodes().get(0)).status()).isEqualTo(302);
    house.clock().pass(Duration.ofMinutes(16));
    Browser later = new Browser(house);
    victim.givePassword(later);
    assertThat(victim.giveCode(later, victim.digits()).status()).isEqualTo(302);
  }

  private static String plain(String body) {
    return body.replaceAll("value=\"[^\"]*\"|data-csrf=\"[^\"]*\"", "");
  }
}
