package org.passerelle.house.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.Notifiers;
import org.passerelle.pages.Reader;
import org.passerelle.pages.Today;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who wants it is mailed once when something new waits, and never what. */
@OnBothDatabases
class WaitingMailTest {
  private final GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member member;
  private Browser browser;
  private String address = "";
  private int port;

  @BeforeEach
  void somebodyWantsIt() {
    start();
    scenes = new ReferralScenes(house);
    ReferralScenes.Scene made = scenes.scene("RS", "ngo", "RS", "health");
    member = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(member, made);
    browser = member.browser();
    address = member.user().id() + "@example.org";
    browser.get("/account/notices");
    assertThat(browser.post("/account/notices", "mail", "nobody").status()).isEqualTo(422);
    assertThat(want("byMail", "waiting").location()).isEqualTo("/account/notices");
    browser.get("/");
  }

  @AfterEach
  void over() {
    browser.get("/account/notices");
    browser.post("/account/notices", "mail", "");
    house.get(SeenRows.class).follow(member.user().id(), false);
    relay.stop();
  }

  @Test
  void oneMailBetweenTwoVisitsSaysNothingOfWhat() throws Exception {
    mail();
    assertThat(mine()).as("nothing waits that was not seen").isEmpty();
    referral();
    mail();
    mail();
    assertThat(mine()).hasSize(1);
    String text = String.valueOf(mine().get(0).getContent());
    assertThat(mine().get(0).getSubject()).isEqualTo("Something is waiting for you");
    assertThat(text).doesNotContain("http", "referral", "Lumi", "/");
    referral();
    mail();
    assertThat(mine()).as("none again before the next visit").hasSize(1);
    browser.get("/");
    mail();
    assertThat(mine()).as("all of it was seen").hasSize(1);
    house.clock().pass(Duration.ofMinutes(10));
    referral();
    mail();
    assertThat(mine()).hasSize(2);
  }

  @Test
  void whatTheRelayDoesNotTakeIsTriedAgain() {
    referral();
    relay.stop();
    mail();
    start();
    mail();
    assertThat(mine()).hasSize(1);
  }

  @Test
  void whatHasPassedIsSaidApartAndQuietHoursHoldBack() {
    want("byMail", "late", "from", "22:00", "until", "06:30");
    browser.get("/");
    referral();
    mail();
    assertThat(mine()).as("only what has passed is wanted").isEmpty();
    // its five days have passed, and then it is night in Belgrade
    house.clock().pass(Duration.ofDays(6));
    untilHour(23);
    mail();
    assertThat(mine()).as("at night").isEmpty();
    untilHour(7);
    mail();
    mail();
    assertThat(mine()).hasSize(1);
    browser.get("/");
    mail();
    assertThat(mine()).as("it was seen").hasSize(1);
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

  private Browser.Answer want(String... wishes) {
    browser.get("/account/notices");
    return browser.post(
        "/account/notices",
        Stream.concat(Stream.of("mail", address), Stream.of(wishes)).toArray(String[]::new));
  }

  private void start() {
    relay.start();
    port = relay.getSmtp().getPort();
  }

  private void referral() {
    scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
  }

  private void mail() {
    new WaitingNotices(
            house.get(SeenRows.class),
            house.all(Today.class),
            house.get(Users.class),
            house.get(Reader.class),
            house.get(Languages.class),
            Notifiers.over(house, ToRelay.at(port)),
            house.clock())
        .tell();
  }

  private List<MimeMessage> mine() {
    return List.of(relay.getReceivedMessagesForDomain(address));
  }
}
