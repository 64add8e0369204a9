package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** To whom a second version of an issue goes while the first is still under way. */
@OnBothDatabases
@Tag("postgresql")
class CorrectionTest {
  private static final String LETTER = "letter-corrected";
  private static final String BEFORE = "letter-corrected-before";
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
            "letter_release where letter like '" + LETTER + "%'")) {
      house.db().sql("delete from " + rows).update();
    }
  }

  private Subscriber confirmed(String name) {
    String address = name + "@example.net";
    subscribers.ask(address, "fr", 1);
    Subscriber one = subscribers.of(address).get(0);
    assertThat(subscribers.confirm(one.id())).isTrue();
    return one;
  }

  /** Begins to send a version that is not in the archive; how many mails that makes. */
  private int start(String letter, int version) {
    Instant now = house.clock().instant();
    house
        .db()
        .sql(
            """
            insert into letter_release
              (letter, version, number, at, by_name, reason, withdrawn_at, withdrawn_by,
                withdrawn_reason)
            values (:letter, :version, 12, :now, '', '', :now, '', 'of a test')""")
        .param("letter", letter)
        .param("version", version)
        .param("now", Columns.at(now))
        .update();
    Releases.Release release =
        new Releases.Release(letter, version, 12, now, "", "", "", Optional.empty(), List.of());
    UUID id = house.get(Identifiers.class).next();
    return house.inTransaction(() -> deliveries.start(id, release, who));
  }

  @Test
  void aNewVersionGoesToThoseWhoHadNoneAndTheOlderOneToNobodyAnyMore() {
    Subscriber answered = confirmed("answered");
    Subscriber silent = confirmed("silent");
    Subscriber refused = confirmed("refused");
    Subscriber waits = confirmed("waits");
    start(BEFORE, 1);
    start(LETTER, 1);
    for (DeliveryRows.Due due : deliveries.due(10)) {
      if (due.letter().equals(LETTER) && !due.subscriber().equals(waits.id())) {
        assertThat(deliveries.move(due, State.WAITING, State.HANDED)).isTrue();
        if (due.subscriber().equals(answered.id())) {
          assertThat(deliveries.move(due, State.HANDED, State.SENT)).isTrue();
        } else if (due.subscriber().equals(refused.id())) {
          assertThat(deliveries.move(due, State.HANDED, State.REFUSED)).isTrue();
        }
      }
    }
    Subscriber later = confirmed("later");
    assertThat(start(LETTER, 2)).isEqualTo(3);
    assertThat(deliveries.due(10))
        .filteredOn(due -> due.letter().equals(LETTER))
        .extracting(DeliveryRows.Due::subscriber, DeliveryRows.Due::version)
        .containsExactlyInAnyOrder(
            tuple(refused.id(), 2), tuple(waits.id(), 2), tuple(later.id(), 2));
    assertThat(deliveries.got(silent.id())).isEqualTo(1);
    assertThat(deliveries.all())
        .filteredOn(one -> one.letter().equals(LETTER) && one.version() == 1)
        .extracting(Sendings.Sending::counts)
        .containsExactly(Map.of(State.SENT, 1, State.HANDED, 1, State.REFUSED, 1, State.LEFT, 1));
    assertThat(deliveries.all())
        .as("another issue goes on")
        .filteredOn(one -> one.letter().equals(BEFORE))
        .extracting(Sendings.Sending::counts)
        .containsExactly(Map.of(State.WAITING, 4));
  }
}
