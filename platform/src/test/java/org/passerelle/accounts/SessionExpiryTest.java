package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

@OnBothDatabases
class SessionExpiryTest {
  @Parameter House house;

  @Test
  void aSessionEndsAfterHalfAnHourWithoutUse() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    house.clock().pass(Duration.ofMinutes(29));
    assertThat(Member.isInside(member.browser())).isTrue();
    house.clock().pass(Duration.ofMinutes(29));
    assertThat(Member.isInside(member.browser())).isTrue();
    house.clock().pass(Duration.ofMinutes(30));
    assertThat(member.browser().get("/account").location()).isEqualTo("/sign-in");
    assertThat(Member.isInside(member.browser())).isFalse();
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusy() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    for (int i = 0; i < 35; i++) {
      house.clock().pass(Duration.ofMinutes(20));
      assertThat(Member.isInside(member.browser())).as("after %d minutes", (i + 1) * 20).isTrue();
    }
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(Member.isInside(member.browser())).isFalse();
  }

  @Test
  void whatSomebodyWroteInALapsedSessionIsShownToThem() {
    Member member = Member.of(house, Role.ADMINISTRATOR);
    member.browser().get("/house/organisations/new");
    house.clock().pass(Duration.ofMinutes(31));
    Browser.Answer answer =
        member.browser().post("/house/organisations", "mandate", "Accommodates children.");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Accommodates children.", "open too long");
  }

  @Test
  void filesOfTheProgramDoNotKeepASessionAlive() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(member.browser().get("/passerelle.css").status()).isEqualTo(200);
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(Member.isInside(member.browser())).isFalse();
  }

  /** The page that works without a network asks by itself, as long as it lies open. */
  @Test
  void aPhoneInAPocketDoesNotKeepASessionAlive() {
    Member member = Member.of(house, Role.FIRST_RESPONDER);
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(member.browser().get("/phone/here").body()).contains("\"signedIn\":true");
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(member.browser().get("/phone/here").body()).contains("\"signedIn\":false");
    assertThat(Member.isInside(member.browser())).isFalse();
  }
}
