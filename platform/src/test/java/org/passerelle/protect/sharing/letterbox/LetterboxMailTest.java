package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;

/** Mails to letterboxes through a relay say that something waits, and never what. */
@Tag("slow")
class LetterboxMailTest {
  private static final Pattern LINK = Pattern.compile("(/letterbox/[A-Za-z0-9_-]{43})");
  private static final GreenMail RELAY = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private static House house;

  @BeforeAll
  static void relay() {
    RELAY.start();
    house =
        House.with(
            House.Database.H2,
            Map.of(
                "spring.mail.host",
                "localhost",
                "spring.mail.port",
                RELAY.getSmtp().getPort(),
                "passerelle.mail-from",
                "house@example.org",
                "passerelle.address",
                "http://house.example.org"));
  }

  @AfterAll
  static void ended() {
    house.close();
    RELAY.stop();
  }

  @Test
  void aMailSaysThatSomethingWaitsAndCarriesOneOfTwoSecrets() throws Exception {
    int before = RELAY.getReceivedMessages().length;
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    LetterboxMail mail = house.get(LetterboxMail.class);
    mail.sendDue();
    // the mail may have been sent but not recorded yet
    await()
        .until(
            () -> house.get(DepositedDossierRows.class).find(id).orElseThrow().mailedAt() != null);
    MimeMessage first = received(before + 1);
    String text = String.valueOf(first.getContent());
    assertThat(first.getSubject()).isEqualTo("Something is waiting for you");
    // the link's secret is random, and one in a hundred contains these two letters
    assertThat(LINK.matcher(text).replaceAll(""))
        .doesNotContain("Lumi", "Arta", id.toString(), "RS", "Serbia");
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).isTrue();
    Browser guest = new Browser(house);
    guest.open(link.group(1));
    assertThat(guest.post(link.group(1), "code", scenes.code(id)).location())
        .isEqualTo("/letterbox");
    assertThat(mail.sendDue()).as("once").isZero();

    house.get(Referrals.class).write(id, "One thing", scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    mail.sendDue();
    MimeMessage again = received(before + 2);
    assertThat(String.valueOf(again.getContent())).doesNotContain("/letterbox/", "One thing");
    assertThat(guest.get("/letterbox").body())
        .as("who is inside stays inside")
        .contains("One thing");
  }

  @Test
  void aMailIsInTheLanguageOfItsReader() throws Exception {
    int before = RELAY.getReceivedMessages().length;
    LetterboxScenes scenes = new LetterboxScenes(house, "el");
    UUID file = scenes.file();
    scenes.sent(file, scenes.basis(file));
    house.get(LetterboxMail.class).sendDue();
    MimeMessage mail = received(before + 1);
    assertThat(mail.getSubject()).isEqualTo("Κάτι σας περιμένει");
    assertThat(String.valueOf(mail.getContent()))
        .contains("Τον κωδικό θα σας τον πουν στο τηλέφωνο")
        .containsPattern(LINK);
  }

  @Test
  void aReportThatIsDueIsAskedForWithoutAWordOfIt() throws Exception {
    LetterboxScenes scenes = new LetterboxScenes(house, "sq");
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    scenes.departed(id);
    scenes.recorded(id, Step.ARRIVED, "done");
    LetterboxMail mails = house.get(LetterboxMail.class);
    mails.sendDue();
    await()
        .until(
            () -> house.get(DepositedDossierRows.class).find(id).orElseThrow().mailedAt() != null);
    int before = RELAY.getReceivedMessages().length;
    house.clock().pass(Duration.ofDays(32));
    assertThat(house.get(LetterboxReminders.class).check()).isEqualTo(1);
    mails.sendDue();
    MimeMessage mail = received(before + 1);
    assertThat(mail.getSubject()).isEqualTo("Diçka ju pret");
    assertThat(String.valueOf(mail.getContent()))
        .contains("telefonojini atij që jua dha kodin")
        .doesNotContain("/letterbox/", "Lumi", "Arta", id.toString(), "raport", "Raport", "RS");
  }

  /** The most recent one, once there are as many. */
  private static MimeMessage received(int many) {
    await().until(() -> RELAY.getReceivedMessages().length >= many);
    return RELAY.getReceivedMessages()[many - 1];
  }

  @Test
  void whatDoesNotGoIsTriedAgainLater() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    RELAY.stop();
    try {
      UUID id = scenes.sent(file, scenes.basis(file));
      assertThat(house.get(LetterboxMail.class).sendDue()).isZero();
      DepositedDossier waits = house.get(DepositedDossierRows.class).find(id).orElseThrow();
      assertThat(waits.mailedAt()).isNull();
      assertThat(waits.mailTries()).isPositive();
    } finally {
      RELAY.start();
    }
  }
}
