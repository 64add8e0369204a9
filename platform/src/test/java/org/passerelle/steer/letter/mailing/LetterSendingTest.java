package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.steer.letter.KeptIssue;
import org.passerelle.steer.letter.ReleasedIssue;
import org.passerelle.storage.Columns;

/** A released issue goes to each subscriber once, and whoever leaves by one press gets no other. */
@Tag("slow")
class LetterSendingTest {
  private static MailHouse there;

  @BeforeAll
  static void opens() {
    there = new MailHouse();
  }

  @AfterAll
  static void ended() {
    there.close();
  }

  @BeforeEach
  void nobodyAskedWithinTheHour() {
    there.fresh();
  }

  @Test
  void anIssueGoesToEachSubscriberOnceInTheirLanguage() throws Exception {
    Member manager = ReleasedIssue.manager(there.house);
    int number = ReleasedIssue.in(there.house, manager);
    there.subscribed("marie@example.net", "fr");
    there.subscribed("ana@example.net", "sr-Latn");
    there.subscribed("ana@example.net", "en");
    there.start(manager, number);
    there.send();
    there.send();
    List<MimeMessage> mails = there.mails();
    assertThat(mails.stream().map(MailHouse::to))
        .containsExactlyInAnyOrder("marie@example.net", "ana@example.net", "ana@example.net");
    MimeMessage french =
        mails.stream().filter(m -> MailHouse.to(m).startsWith("marie")).findFirst().get();
    String page = MailHouse.text(french, "text/html");
    assertThat(page)
        .contains(
            "<html lang=\"fr\">",
            "Une lettre",
            "href=\"http://letter.example.org/letters/" + number + "/fr\"",
            "href=\"http://letter.example.org/letters/" + number + "/fr.pdf\"")
        .as("no tracker, and nothing else from elsewhere")
        .doesNotContain("<img", "src=", "url(", "<link", "{{");
    assertThat(MailHouse.text(french, "text/plain"))
        .contains(
            "Une lettre", "/letters/" + number + "/fr", MailHouse.found(MailHouse.LEAVE, page));
    assertThat(french.getHeader("List-Unsubscribe", null))
        .isEqualTo("<http://letter.example.org" + MailHouse.found(MailHouse.LEAVE, page) + ">");
    assertThat(french.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(manager.browser().get("/steer/letters/subscribers").body())
        .contains("3 subscribers")
        .doesNotContain("marie@", "ana@");
    assertThat(there.resent(manager, number).body())
        .contains("The current version of this issue was sent already");
  }

  @Test
  void aRelayThatDoesNotAnswerIsTriedForThreeDays() {
    Member manager = ReleasedIssue.manager(there.house);
    int number = ReleasedIssue.in(there.house, manager);
    there.subscribed("patient@example.net", "en");
    there.start(manager, number);
    Instant begun = there.house.clock().instant();
    there.relay.stop();
    try {
      there.send();
      while (there.sending(number).waiting() == 1) {
        there.house.clock().pass(Duration.between(there.house.clock().instant(), due(number)));
        there.send();
      }
    } finally {
      there.relay.start();
    }
    assertThat(Duration.between(begun, there.house.clock().instant()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(6));
    assertThat(there.sending(number).refused()).isEqualTo(1);
    assertThat(there.held("patient@example.net"))
        .as("the address is not to blame")
        .extracting(Subscriber::bounces)
        .containsExactly(0);
  }

  private static Instant due(int number) {
    return there
        .house
        .db()
        .sql("select due_at from letter_delivery where sending = :sending")
        .param("sending", there.sending(number).id())
        .query((row, n) -> Columns.instant(row, "due_at"))
        .single();
  }

  @Test
  void aCorrectionIsOfferedWithTheNumberOfThoseWhoWaitForIt() {
    Member manager = ReleasedIssue.manager(there.house);
    int number = ReleasedIssue.in(there.house, manager);
    there.subscribed("had@example.net", "en");
    there.start(manager, number);
    there.send();
    KeptIssue.of(there.house::get, number);
    there.house.clock().pass(Duration.ofMinutes(1));
    assertThat(there.resent(manager, number).body()).contains("everybody has had it");
    assertThat(there.sending(number).version()).isEqualTo(1);
    there.subscribed("new@example.net", "en");
    assertThat(manager.browser().get("/steer/letters/subscribers").body())
        .contains("It goes to 1 subscriber and");
    there.start(manager, number);
    there.send();
    assertThat(there.sending(number))
        .returns(2, Sendings.Sending::version)
        .returns(1, Sendings.Sending::sent);
  }

  @Test
  void aMailProgramLeavesByItselfAndNothingIsKept() throws Exception {
    Member manager = ReleasedIssue.manager(there.house);
    int number = ReleasedIssue.in(there.house, manager);
    there.subscribed("leaver@example.net", "en");
    there.start(manager, number);
    there.send();
    String link =
        MailHouse.found(MailHouse.LEAVE, MailHouse.text(there.mails().get(0), "text/html"));
    Browser reader = new Browser(there.house);
    assertThat(reader.get(link).body())
        .contains("leaver@example.net", "What is stored about you")
        .containsPattern("(?s)Issues sent</dt><dd>1<");
    // RFC 8058: no cookie, no token, no redirect
    Browser.Answer left = new Browser(there.house).postBare(link, "List-Unsubscribe", "One-Click");
    assertThat(left.status()).isEqualTo(200);
    assertThat(there.held("leaver@example.net")).isEmpty();
    assertThat(new Browser(there.house).postBare(link, "List-Unsubscribe", "One-Click").status())
        .isEqualTo(200);
    assertThat(reader.get(link).body()).contains("You left");
  }

  @Test
  void whatTheRelayDoesNotTakeIsTriedAgainAndWhoLeftBeforeGetsNothing() {
    Member manager = ReleasedIssue.manager(there.house);
    int number = ReleasedIssue.in(there.house, manager);
    there.subscribed("first@example.net", "en");
    there.subscribed("gone@example.net", "en");
    there.start(manager, number);
    there
        .held("gone@example.net")
        .forEach(one -> there.house.get(SubscriberRows.class).remove(one.id()));
    there.relay.stop();
    there.send();
    assertThat(there.sending(number).waiting()).isEqualTo(1);
    there.relay.start();
    assertThat(there.house.get(LetterSender.class).sendDue()).as("it waits a minute").isZero();
    there.house.clock().pass(Duration.ofMinutes(2));
    there.send();
    assertThat(there.sending(number).sent()).isEqualTo(1);
    assertThat(there.sending(number).left()).isEqualTo(1);
  }
}
