package org.passerelle.house.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who wants it is mailed once when something new waits, and never what. */
@OnBothDatabases
class WaitingMailTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private MailedReader reader;
  private Browser browser;

  @BeforeEach
  void somebodyWantsIt() {
    scenes = new ReferralScenes(house);
    ReferralScenes.Scene made = scenes.scene("RS", "ngo", "RS", "health");
    Member member = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(member, made);
    reader = new MailedReader(house, member);
    browser = reader.browser();
    browser.get("/account/notices");
    assertThat(browser.post("/account/notices", "mail", "nobody").status()).isEqualTo(422);
    assertThat(reader.want("byMail", "waiting").location()).isEqualTo("/account/notices");
    browser.get("/");
  }

  @AfterEach
  void over() {
    reader.over();
  }

  @Test
  void oneMailBetweenTwoVisitsSaysNothingOfWhat() throws Exception {
    reader.mail();
    assertThat(reader.mine()).as("nothing waits that was not seen").isEmpty();
    referral();
    reader.mail();
    reader.mail();
    assertThat(reader.mine()).hasSize(1);
    String text = String.valueOf(reader.mine().get(0).getContent());
    assertThat(reader.mine().get(0).getSubject()).isEqualTo("Something is waiting for you");
    assertThat(text).doesNotContain("http", "referral", "Lumi", "/");
    referral();
    reader.mail();
    assertThat(reader.mine()).as("none again before the next visit").hasSize(1);
    browser.get("/");
    reader.mail();
    assertThat(reader.mine()).as("all of it was seen").hasSize(1);
    house.clock().pass(Duration.ofMinutes(10));
    referral();
    reader.mail();
    assertThat(reader.mine()).hasSize(2);
  }

  @Test
  void whatTheRelayDoesNotTakeIsTriedAgain() {
    referral();
    reader.stop();
    reader.mail();
    reader.start();
    reader.mail();
    assertThat(reader.mine()).hasSize(1);
  }

  @Test
  void whatHasPassedIsSaidApartAndQuietHoursHoldBack() {
    reader.want("byMail", "late", "from", "22:00", "until", "06:30");
    browser.get("/");
    referral();
    reader.mail();
    assertThat(reader.mine()).as("only what has passed is wanted").isEmpty();
    // its five days have passed, and then it is night in Belgrade
    house.clock().pass(Duration.ofDays(6));
    untilHour(23);
    reader.mail();
    assertThat(reader.mine()).as("at night").isEmpty();
    untilHour(7);
    reader.mail();
    reader.mail();
    assertThat(reader.mine()).hasSize(1);
    browser.get("/");
    reader.mail();
    assertThat(reader.mine()).as("it was seen").hasSize(1);
  }

  @Test
  void quietHoursNeedTwoEnds() {
    browser.get("/account/notices");
    assertThat(browser.post("/account/notices", "from", "22:00").status()).isEqualTo(422);
    assertThat(browser.post("/account/notices", "from", "22:00", "until", "22:00").status())
        .isEqualTo(422);
    assertThat(browser.post("/account/notices", "from", "25:00", "until", "06:00").body())
        .contains("Write a time");
  }

  private void untilHour(int hour) {
    ZonedDateTime now = house.clock().instant().atZone(ZoneId.of("Europe/Belgrade"));
    ZonedDateTime then = now.withHour(hour).withMinute(5);
    house.clock().pass(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
  }

  private void referral() {
    scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
  }
}
