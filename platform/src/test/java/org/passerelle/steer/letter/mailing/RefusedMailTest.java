package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.mail.FakeRelay;
import org.passerelle.steer.letter.ReleasedIssue;
import org.passerelle.storage.House;

/**
 * Only an address that the relay does not know, three times in a row, costs its reader the letter.
 */
@Tag("slow")
class RefusedMailTest {
  private static final String NOBODY = "550 5.1.1 nobody of this name";
  private static FakeRelay relay;
  private static House house;
  private Member manager;
  private SignedIn who;

  @BeforeAll
  static void opens() throws IOException {
    relay = new FakeRelay();
    house =
        House.with(
            House.Database.H2,
            Map.of(
                "spring.mail.host",
                "localhost",
                "spring.mail.port",
                relay.port(),
                "passerelle.mail-from",
                "letter@example.org",
                "passerelle.address",
                "http://letter.example.org"));
  }

  @BeforeEach
  void nobodySubscribed() {
    house.db().sql("delete from letter_subscriber").update();
    manager = ReleasedIssue.manager(house);
    who = Staff.signedIn(manager.user());
  }

  @AfterAll
  static void ended() throws IOException {
    house.close();
    relay.close();
  }

  private void subscribed(String name) {
    SubscriberRows rows = house.get(SubscriberRows.class);
    rows.ask(name + "@example.net", "en", 1);
    rows.of(name + "@example.net").forEach(one -> rows.confirm(one.id()));
  }

  private boolean isThere(String name) {
    return !house.get(SubscriberRows.class).of(name + "@example.net").isEmpty();
  }

  private int bounces(String name) {
    return house.get(SubscriberRows.class).of(name + "@example.net").get(0).bounces();
  }

  /** Releases and sends an issue. */
  private Sendings.Sending issue() {
    int number = ReleasedIssue.in(house, manager);
    house.get(Sendings.class).start("letter-" + number, who);
    house.get(LetterSender.class).sendDue();
    return house.get(Sendings.class).all().stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRelayThatIsSetUpWronglyCostsNobodyTheLetter() {
    subscribed("denied");
    subscribed("gone");
    relay.answers("denied", "554 5.7.1 Relay access denied");
    relay.answers("gone", NOBODY);
    for (int i = 1; i <= Subscribers.BOUNCES; i++) {
      Sendings.Sending sent = issue();
      assertThat(sent.waiting()).as("issue " + i).isEqualTo(1);
      assertThat(sent.refused()).as("issue " + i).isEqualTo(1);
    }
    assertThat(isThere("gone")).isFalse();
    assertThat(bounces("denied")).isZero();
  }

  @Test
  void aMailThatArrivesMakesUpForRefusalsAndNotForMailsThatCameBackLater() {
    subscribed("reader");
    house.get(Subscribers.class).bounced("reader@example.net", who);
    relay.answers("reader", NOBODY);
    issue();
    assertThat(bounces("reader")).isEqualTo(2);
    relay.takes("reader");
    assertThat(issue().sent()).isEqualTo(1);
    assertThat(bounces("reader")).as("what a colleague counted stays").isEqualTo(1);
    relay.answers("reader", NOBODY);
    issue();
    assertThat(bounces("reader")).isEqualTo(2);
    issue();
    assertThat(isThere("reader")).isFalse();
  }
}
