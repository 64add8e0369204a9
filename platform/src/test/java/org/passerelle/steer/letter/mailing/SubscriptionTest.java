package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.steer.letter.ReleasedIssue;

/** A reader subscribes, confirms and is forgotten; nobody sees a list of addresses. */
@Tag("slow")
class SubscriptionTest {
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
  void nothingComesBeforeTheLinkWasOpenedAndTheButtonPressed() throws Exception {
    there.ask("reader@example.net", "fr");
    MimeMessage mail = there.mails().get(0);
    assertThat(mail.getSubject()).isEqualTo("Confirmez que vous voulez recevoir la lettre");
    String link = MailHouse.found(MailHouse.CONFIRM, MailHouse.text(mail, "text/plain"));
    assertThat(MailHouse.text(mail, "text/html"))
        .contains("href=\"http://letter.example.org" + link);
    Browser reader = new Browser(there.house);
    assertThat(reader.get(link).body()).contains("reader@example.net", "Français");
    assertThat(there.subscribers().confirmed()).as("a program that looks at a link").isEmpty();
    assertThat(reader.post(link).location()).isEqualTo(link);
    assertThat(reader.get(link).body()).contains("You get the letter");
    assertThat(there.subscribers().confirmed()).containsExactly(Map.entry("fr", 1));
  }

  @Test
  void theSameIsSaidWhetherTheAddressIsKnownOrNot() {
    there.subscribed("known@example.net", "en");
    for (String address : List.of("known@example.net", "new@example.net")) {
      assertThat(there.ask(address, "en").location()).isEqualTo("/letters/subscribe/asked");
    }
    assertThat(there.subscribers().confirmed()).containsExactly(Map.entry("en", 1));
  }

  @Test
  void nobodyFillsAMailboxFromHere() {
    for (int i = 0; i < 5; i++) {
      there.ask("flooded@example.net", "en");
      there.send();
    }
    assertThat(there.mails()).as("links to one address in a day").hasSize(3);
    for (int i = 0; i < AskPace.OF_ONE_NETWORK - 5; i++) {
      there.ask("other" + i + "@example.net", "en");
    }
    Browser.Answer answer = there.ask("one.more@example.net", "en");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Too many requests came from your network");
    there.house.clock().pass(Duration.ofHours(2));
    assertThat(there.ask("one.more@example.net", "en").status()).isEqualTo(302);
  }

  @Test
  void whatIsNoAddressIsNamed() {
    assertThat(there.ask("reader", "en").body()).contains("Write a mail address");
    assertThat(there.ask("", "en").status()).isEqualTo(422);
    assertThat(there.ask("reader@example.net", "de").status()).isEqualTo(422);
  }

  @Test
  void anAddressThatNobodyConfirmsIsForgotten() {
    there.ask("silent@example.net", "en");
    there.house.clock().pass(Subscribers.CONFIRMABLE.plusMinutes(1));
    there.subscribers().forgetUnconfirmed();
    assertThat(there.held("silent@example.net")).isEmpty();
  }

  @Test
  void aLinkThatWasNotMadeHereDoesNothing() {
    there.subscribed("stays@example.net", "en");
    Browser stranger = new Browser(there.house);
    String forged = "A".repeat(43);
    assertThat(stranger.get("/letters/confirm/" + forged).status()).isEqualTo(404);
    assertThat(stranger.postBare("/letters/leave/" + forged).status()).isEqualTo(404);
    String confirm =
        there
            .house
            .get(SubscriberLinks.class)
            .token(SubscriberLinks.Purpose.CONFIRM, there.held("stays@example.net").get(0).id());
    assertThat(stranger.postBare("/letters/leave/" + confirm).status())
        .as("a link to confirm does not leave")
        .isEqualTo(404);
    assertThat(there.subscribers().confirmed()).hasSize(1);
  }

  @Test
  void anAddressIsForgottenAfterThreeReturnedMailsOrWhenItsReaderAsks() {
    Member manager = ReleasedIssue.manager(there.house);
    there.subscribed("full@example.net", "en");
    there.subscribed("asks@example.net", "en");
    there.subscribed("asks@example.net", "fr");
    for (int i = 0; i < Subscribers.BOUNCES; i++) {
      there.bring(manager, "bounced", "FULL@example.net");
    }
    assertThat(there.held("full@example.net")).isEmpty();
    there.bring(manager, "found", "asks@example.net");
    assertThat(manager.browser().get("/").body()).contains("English: since", "Français: since");
    there.bring(manager, "removed", "asks@example.net");
    assertThat(there.subscribers().confirmed()).isEmpty();
    assertThat(there.bring(manager, "removed", "asks@example.net").body())
        .contains("Nothing is stored under this address");
  }

  @Test
  void aReaderOfTwoEditionsLeavesBothByOnePress() {
    there.subscribed("reader@example.net", "en");
    there.subscribed("reader@example.net", "fr");
    there.subscribed("other@example.net", "en");
    Subscriber one = there.held("reader@example.net").get(0);
    String link =
        "/letters/leave/"
            + there.house.get(SubscriberLinks.class).token(SubscriberLinks.Purpose.LEAVE, one.id());
    Browser reader = new Browser(there.house);
    assertThat(reader.get(link).body())
        .contains("deleted in all languages. No further mail", "English, Français");
    assertThat(reader.get(link + "/data.json").body())
        .contains("\"address\":\"reader@example.net\"", "\"languages\":[\"en\",\"fr\"]");
    assertThat(reader.post(link).body()).contains("deleted in all languages. No further mail");
    assertThat(reader.get(link + "/data.json").status()).isEqualTo(404);
    assertThat(there.held("reader@example.net")).isEmpty();
    assertThat(there.held("other@example.net")).hasSize(1);
  }

  @Test
  void anAddressThatIsBroughtIsKeptNowhere() {
    Member manager = ReleasedIssue.manager(there.house);
    String typed = "brought@example";
    Browser.Answer again = there.bring(manager, "found", typed);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("value=\"" + typed, "Write a mail address");
    assertThat(
            there
                .house
                .db()
                .sql("select count(*) from kept_form where user_id = :user")
                .param("user", manager.user().id())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(manager.browser().get("/steer/letters/subscribers").body())
        .doesNotContain(typed)
        .containsPattern("<form [^>]*action=\"/steer/letters/subscribers/found\" data-keep=\"no\"");
  }

  @Test
  void theLogSaysWhoAskedAboutAnAddressAndNotWhichOne() {
    Member manager = ReleasedIssue.manager(there.house);
    there.bring(manager, "found", "asked.about@example.net");
    List<Map<String, Object>> lines =
        there
            .house
            .db()
            .sql("select * from audit_entry where action = :action and user_id = :user")
            .param("action", "letter.subscriber-asked")
            .param("user", manager.user().id())
            .query()
            .listOfRows();
    assertThat(lines).hasSize(1);
    assertThat(lines.toString()).doesNotContain("asked.about");
  }

  @Test
  void noAddressIsReadableInTheTable() {
    there.subscribed("secret.reader@example.net", "en");
    there
        .house
        .db()
        .sql("select address, mark from letter_subscriber")
        .query(
            row -> {
              String sealed =
                  new String(row.getBytes("address"), java.nio.charset.StandardCharsets.ISO_8859_1);
              assertThat(sealed + row.getString("mark")).doesNotContain("secret", "example");
            });
    assertThat(new Browser(there.house).get("/steer/letters/subscribers").location())
        .isEqualTo("/sign-in");
    assertThat(
            Member.of(there.house, Role.STEERING_MEMBER)
                .browser()
                .get("/steer/letters/subscribers")
                .body())
        .contains("1 subscriber")
        .doesNotContain("secret.reader", "An address that you were given");
  }
}
