package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.mailing.DeliveryRows.State;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.dao.DuplicateKeyException;

/** What the statements about subscribers and deliveries mean, on each database. */
@OnBothDatabases
@Tag("postgresql")
class MailingRowsTest {
  private static final String LETTER = "letter-of-rows";
  private static final String MARIE = "marie@example.net";
  private static final String ANA = "ana@example.net";
  private static final Duration DAY = Duration.ofDays(1);
  @Parameter House house;
  private SubscriberRows subscribers;
  private DeliveryRows deliveries;
  private SignedIn who;

  @BeforeEach
  void nobodySubscribed() {
    empty();
    subscribers = house.get(SubscriberRows.class);
    deliveries = house.get(DeliveryRows.class);
    who = house.somebody(Role.PROGRAMME_MANAGER);
  }

  @AfterEach
  void empty() {
    for (String rows :
        List.of(
            "letter_delivery",
            "letter_sending",
            "letter_subscriber",
            "letter_release where letter = '" + LETTER + "'")) {
      house.db().sql("delete from " + rows).update();
    }
  }

  private Subscriber asked(String address, String language) {
    subscribers.ask(address, language, 1);
    return subscribers.of(address).stream()
        .filter(one -> one.language().equals(language))
        .findFirst()
        .orElseThrow();
  }

  private Subscriber confirmed(String address, String language) {
    Subscriber one = asked(address, language);
    assertThat(subscribers.confirm(one.id())).isTrue();
    return one;
  }

  /** A version that is not in the archive, where other tests would find it. */
  private Releases.Release version(int version) {
    Instant now = house.clock().instant();
    house
        .db()
        .sql(
            """
            insert into letter_release
              (letter, version, number, at, by_name, reason, withdrawn_at, withdrawn_by,
                withdrawn_reason)
            values (:letter, :version, 12, :now, '', '', :now, '', 'of a test')""")
        .param("letter", LETTER)
        .param("version", version)
        .param("now", Columns.at(now))
        .update();
    return new Releases.Release(LETTER, version, 12, now, "", "", "", Optional.empty(), List.of());
  }

  /** Begins to send a version; how many mails that makes. */
  private int start(Releases.Release release) {
    UUID id = house.get(Identifiers.class).next();
    return house.inTransaction(() -> deliveries.start(id, release, who));
  }

  private DeliveryRows.Due only() {
    List<DeliveryRows.Due> due = deliveries.due(10);
    assertThat(due).hasSize(1);
    return due.get(0);
  }

  private Map<State, Integer> counts() {
    return deliveries.all().get(0).counts();
  }

  @Test
  void whoAsksIsStoredOnceAndUnderTheSameAddressHoweverItIsWritten() {
    Subscriber first = asked(MARIE, "fr");
    assertThat(first)
        .returns(MARIE, Subscriber::address)
        .returns("fr", Subscriber::language)
        .returns(house.clock().instant(), Subscriber::askedAt)
        .returns(null, Subscriber::confirmedAt)
        .returns(0, Subscriber::bounces);
    subscribers.ask("Marie@Example.net", "fr", 9);
    assertThat(subscribers.of("MARIE@example.net")).containsExactly(first);
    asked(MARIE, "en");
    assertThat(subscribers.of(MARIE)).extracting(Subscriber::language).containsExactly("en", "fr");
    assertThat(subscribers.find(first.id())).contains(first);
    assertThat(subscribers.unconfirmed()).isEqualTo(Map.of("en", 1, "fr", 1));
    assertThat(subscribers.confirmed()).isEmpty();
  }

  @Test
  void soManyLinksADayAndThenNoMoreUntilTheNext() {
    Instant first = house.clock().instant();
    for (int i = 1; i <= 3; i++) {
      subscribers.ask(MARIE, "fr", 2);
      List<SubscriberRows.Due> due = subscribers.due(10);
      assertThat(due).as("link " + i).hasSize(i <= 2 ? 1 : 0);
      due.forEach(one -> subscribers.mailed(one.subscriber().id()));
      assertThat(subscribers.due(10)).isEmpty();
    }
    house.clock().pass(DAY.plusSeconds(1));
    subscribers.ask(MARIE, "fr", 2);
    assertThat(subscribers.due(10)).hasSize(1);
    assertThat(subscribers.of(MARIE).get(0).askedAt()).as("the first time").isEqualTo(first);
  }

  @Test
  void aLinkThatDidNotGoIsDueAgainLaterAndTheOldestFirst() {
    Subscriber marie = asked(MARIE, "fr");
    house.clock().pass(Duration.ofMinutes(1));
    Subscriber ana = asked(ANA, "en");
    assertThat(subscribers.due(1))
        .extracting(SubscriberRows.Due::subscriber)
        .containsExactly(marie);
    subscribers.later(marie.id(), Duration.ofMinutes(5));
    assertThat(subscribers.due(10)).extracting(SubscriberRows.Due::subscriber).containsExactly(ana);
    house.clock().pass(Duration.ofMinutes(5));
    assertThat(subscribers.due(10))
        .containsExactly(new SubscriberRows.Due(ana, 0), new SubscriberRows.Due(marie, 1));
    subscribers.mailed(marie.id());
    assertThat(subscribers.due(10)).extracting(SubscriberRows.Due::subscriber).containsExactly(ana);
  }

  @Test
  void whoeverConfirmsStaysConfirmedSinceTheFirstTimeAndGetsNoMoreLinks() {
    Subscriber marie = confirmed(MARIE, "fr");
    Instant then = house.clock().instant();
    assertThat(subscribers.due(10)).isEmpty();
    house.clock().pass(DAY);
    assertThat(subscribers.confirm(marie.id())).isTrue();
    assertThat(subscribers.find(marie.id())).get().returns(then, Subscriber::confirmedAt);
    assertThat(subscribers.confirm(UUID.randomUUID())).as("nobody").isFalse();
    assertThat(subscribers.confirmed()).isEqualTo(Map.of("fr", 1));
    assertThat(subscribers.unconfirmed()).isEmpty();
  }

  @Test
  void onlyWhoDidNotConfirmIsForgottenWithTime() {
    confirmed(MARIE, "fr");
    asked(ANA, "en");
    Instant asked = house.clock().instant();
    assertThat(subscribers.removeUnconfirmed(asked)).as("not yet").isZero();
    assertThat(subscribers.removeUnconfirmed(asked.plusMillis(1))).isEqualTo(1);
    assertThat(subscribers.of(ANA)).isEmpty();
    assertThat(subscribers.of(MARIE)).hasSize(1);
  }

  @Test
  void mailsThatCameBackAreCounted() {
    Subscriber marie = confirmed(MARIE, "fr");
    assertThat(subscribers.bounce(marie.id())).isEqualTo(1);
    assertThat(subscribers.bounce(marie.id())).isEqualTo(2);
    assertThat(subscribers.bounce(UUID.randomUUID())).as("nobody").isZero();
    assertThat(subscribers.find(marie.id())).get().returns(2, Subscriber::bounces);
  }

  @Test
  void eachConfirmedSubscriberHasOneDeliveryOfAnIssue() {
    Subscriber french = confirmed(MARIE, "fr");
    Subscriber english = confirmed(MARIE, "en");
    asked(ANA, "en");
    Releases.Release release = version(1);
    assertThat(start(release)).isEqualTo(2);
    assertThat(deliveries.due(10))
        .extracting(
            DeliveryRows.Due::subscriber,
            DeliveryRows.Due::language,
            DeliveryRows.Due::letter,
            DeliveryRows.Due::version,
            DeliveryRows.Due::tries)
        .containsExactlyInAnyOrder(
            tuple(french.id(), "fr", LETTER, 1, 0), tuple(english.id(), "en", LETTER, 1, 0));
    assertThat(deliveries.due(1)).hasSize(1);
    assertThatThrownBy(() -> start(release)).isInstanceOf(DuplicateKeyException.class);
    assertThat(deliveries.due(10)).as("no second delivery").hasSize(2);
    assertThat(deliveries.all())
        .singleElement()
        .returns(LETTER, Sendings.Sending::letter)
        .returns(1, Sendings.Sending::version)
        .returns(12, Sendings.Sending::number)
        .returns(house.clock().instant(), Sendings.Sending::at)
        .returns(who.name(), Sendings.Sending::byName)
        .returns(Map.of(State.WAITING, 2), Sendings.Sending::counts);
    house.clock().pass(DAY);
    assertThat(start(version(2))).as("a correction, which nobody had").isEqualTo(2);
    assertThat(deliveries.all()).extracting(Sendings.Sending::version).containsExactly(2, 1);
  }

  @Test
  void whatWasHandedOverIsNotHandedOverAgain() {
    Subscriber marie = confirmed(MARIE, "fr");
    start(version(1));
    DeliveryRows.Due due = only();
    assertThat(deliveries.got(marie.id())).isZero();
    assertThat(deliveries.move(due, State.WAITING, State.HANDED)).isTrue();
    assertThat(deliveries.move(due, State.WAITING, State.HANDED)).as("by another").isFalse();
    deliveries.later(due, State.WAITING, Duration.ZERO);
    assertThat(deliveries.due(10)).as("by another that gave up").isEmpty();
    assertThat(deliveries.got(marie.id())).isEqualTo(1);
    assertThat(deliveries.move(due, State.HANDED, State.SENT)).isTrue();
    assertThat(deliveries.got(marie.id())).isEqualTo(1);
    house.clock().pass(DAY);
    assertThat(deliveries.due(10)).isEmpty();
    assertThat(counts()).isEqualTo(Map.of(State.SENT, 1));
  }

  @Test
  void whatDidNotGoIsDueAgainAfterItsPause() {
    confirmed(MARIE, "fr");
    start(version(1));
    deliveries.later(only(), State.WAITING, Duration.ofMinutes(2));
    assertThat(deliveries.due(10)).isEmpty();
    house.clock().pass(Duration.ofMinutes(2));
    DeliveryRows.Due again = only();
    assertThat(again.tries()).isEqualTo(1);
    assertThat(deliveries.move(again, State.WAITING, State.HANDED)).isTrue();
    deliveries.later(again, State.HANDED, Duration.ofMinutes(4));
    assertThat(counts()).as("the relay said no at its end").isEqualTo(Map.of(State.WAITING, 1));
    house.clock().pass(Duration.ofMinutes(4));
    assertThat(only().tries()).isEqualTo(2);
    assertThat(deliveries.move(only(), State.WAITING, State.REFUSED)).isTrue();
    assertThat(deliveries.due(10)).isEmpty();
    assertThat(counts()).isEqualTo(Map.of(State.REFUSED, 1));
  }

  @Test
  void nothingLeadsToWhoeverLeftAndTheNextIssueIsNotTheirs() {
    Subscriber marie = confirmed(MARIE, "fr");
    confirmed(ANA, "en");
    start(version(1));
    assertThat(subscribers.remove(marie.id())).isTrue();
    assertThat(subscribers.remove(marie.id())).as("gone already").isFalse();
    assertThat(subscribers.find(marie.id())).isEmpty();
    assertThat(subscribers.of(MARIE)).isEmpty();
    assertThat(
            house
                .db()
                .sql("select count(*) from letter_subscriber where mark = :mark")
                .param("mark", house.get(SubscriberLinks.class).mark(MARIE))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(deliveries.due(10)).as("the sender sees that nobody is there").hasSize(2);
    house.clock().pass(DAY);
    assertThat(start(version(2))).isEqualTo(1);
    Subscriber again = confirmed(MARIE, "fr");
    assertThat(again.id()).as("a new subscription").isNotEqualTo(marie.id());
    assertThat(deliveries.got(again.id())).isZero();
  }
}
