package org.passerelle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.mail.CircularRelay.Outcome;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is known of a mail after each way in which a relay may answer, or not. */
class CircularRelayTest {
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<String> sentBefore = new HashSet<>();
  private FakeRelay relay;

  @BeforeEach
  void opens() throws IOException {
    relay = new FakeRelay();
  }

  @AfterEach
  void ends() throws IOException {
    relay.close();
  }

  private static String name(Circular mail) {
    return mail.to().substring(0, mail.to().indexOf('@'));
  }

  private void send(String... names) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(relay.port());
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("sender", sender);
    List<Circular> mails = new ArrayList<>();
    for (String name : names) {
      mails.add(
          new Circular(
              UUID.randomUUID(),
              name + "@example.net",
              "The letter",
              "en",
              "No. 12",
              "text",
              "<p>text</p>",
              ""));
    }
    new CircularRelay(beans.getBeanProvider(JavaMailSender.class), "letter@example.org")
        .send(
            mails,
            new CircularRelay.Log() {
              @Override
              public boolean ending(Circular mail) {
                asked.add(name(mail));
                assertThat(relay.ended()).as("not to its end yet").doesNotContain(name(mail));
                return !sentBefore.contains(name(mail));
              }

              @Override
              public void ended(Circular mail, Outcome outcome) {
                outcomes.put(name(mail), outcome);
              }
            });
  }

  @Test
  void oneThatIsTakenWasAskedAboutBefore() {
    send("first", "second");
    assertThat(outcomes).isEqualTo(Map.of("first", Outcome.SENT, "second", Outcome.SENT));
    assertThat(asked).containsExactly("first", "second");
    assertThat(relay.ended()).containsExactly("first", "second");
  }

  @Test
  void anAddressThatTheRelayDoesNotKnowIsRefusedAndTheNextGoes() {
    send(FakeRelay.UNKNOWN, "next");
    assertThat(outcomes)
        .isEqualTo(Map.of(FakeRelay.UNKNOWN, Outcome.REFUSED, "next", Outcome.SENT));
    assertThat(asked).containsExactly("next");
  }

  /** The relay says no to whoever sends, to this server or to all: no address is to blame. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "554 5.7.1 Relay access denied",
        "550 5.7.1 blocked",
        "503 need AUTH",
        "530 5.7.0 Authentication required",
        "550 5.1.8 the domain of the sender is not known",
        "550 the line 5.1.1 of our rules keeps you out",
        "550 no",
        "450 5.1.1 later"
      })
  void whatIsNotAboutTheMailboxCanBeTriedAgain(String reply) {
    relay.answers("reader", reply);
    send("reader", "next");
    assertThat(outcomes).isEqualTo(Map.of("reader", Outcome.LATER, "next", Outcome.SENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 nobody of this name",
        "550-5.1.1 nobody\r\n550 5.1.1 of this name",
        "551 5.1.6 moved",
        "553 5.1.3 not an address",
        "550 5.1.10 takes no mail"
      })
  void aMailboxThatIsNotThereIsRefused(String reply) {
    relay.answers("reader", reply);
    send("reader", "next");
    assertThat(outcomes).isEqualTo(Map.of("reader", Outcome.REFUSED, "next", Outcome.SENT));
  }

  @Test
  void oneThatIsNotTakenAtItsEndCanBeTriedAgain() {
    send(FakeRelay.FULL, "next");
    assertThat(outcomes).isEqualTo(Map.of(FakeRelay.FULL, Outcome.LATER, "next", Outcome.SENT));
  }

  @Test
  void oneThatIsRefusedForGoodAtItsEndIsNotTriedAgain() {
    send(FakeRelay.NEVER, "next");
    assertThat(outcomes).isEqualTo(Map.of(FakeRelay.NEVER, Outcome.REJECTED, "next", Outcome.SENT));
  }

  @Test
  void nobodyKnowsOfOneWhoseEndIsNotAnswered() {
    send(FakeRelay.SILENT, "next");
    assertThat(outcomes).isEqualTo(Map.of(FakeRelay.SILENT, Outcome.UNKNOWN, "next", Outcome.SENT));
  }

  @Test
  void oneThatWasSentBeforeIsNotEnded() {
    sentBefore.add("before");
    send("before", "next");
    assertThat(outcomes).isEqualTo(Map.of("before", Outcome.LATER, "next", Outcome.SENT));
    assertThat(relay.ended()).containsExactly("next");
  }

  @Test
  void withoutARelayAllCanBeTriedAgain() throws IOException {
    relay.close();
    send("first", "second");
    assertThat(outcomes).isEqualTo(Map.of("first", Outcome.LATER, "second", Outcome.LATER));
    assertThat(asked).isEmpty();
  }
}
