package org.passerelle.steer.letter.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever has a link mailed to an address again and again neither fills a mailbox nor stays. */
@OnBothDatabases
@Tag("postgresql")
class AskedAgainTest {
  private static final String MARIE = "marie@example.net";
  private static final String ANA = "ana@example.net";
  private static final Duration DAY = Duration.ofDays(1);
  @Parameter House house;
  private SubscriberRows subscribers;

  @BeforeEach
  void nobodySubscribed() {
    empty();
    subscribers = house.get(SubscriberRows.class);
  }

  @AfterEach
  void empty() {
    house.db().sql("delete from letter_subscriber").update();
  }

  private Subscriber confirmed(String address, String language) {
    subscribers.ask(address, language, 3);
    Subscriber asked =
        subscribers.of(address).stream()
            .filter(one -> one.language().equals(language))
            .findFirst()
            .orElseThrow();
    assertThat(subscribers.confirm(asked.id())).isTrue();
    return asked;
  }

  @Test
  void soManyLinksADayInAllLanguagesTogether() {
    List<String> languages = List.of("fr", "en", "sr-Cyrl", "sr-Latn");
    for (int day = 0; day < 2; day++) {
      for (String language : languages) {
        subscribers.ask(MARIE, language, 3);
      }
      subscribers.ask(ANA, "en", 3);
      List<SubscriberRows.Due> due = subscribers.due(10);
      assertThat(due).as("links of day " + day).hasSize(4);
      assertThat(due).filteredOn(one -> one.subscriber().address().equals(MARIE)).hasSize(3);
      due.forEach(one -> subscribers.mailed(one.subscriber().id()));
      house.clock().pass(Duration.ofHours(23));
      languages.forEach(language -> subscribers.ask(MARIE, language, 3));
      assertThat(subscribers.due(10)).as("within the day").isEmpty();
      house.clock().pass(Duration.ofHours(1).plusSeconds(1));
    }
  }

  @Test
  void whoeverIsAskedForAgainAndAgainIsForgottenAsSoon() {
    for (int day = 0; day < 8; day++) {
      subscribers.ask(MARIE, "fr", 3);
      assertThat(subscribers.due(10)).as("day " + day).hasSize(1);
      house.clock().pass(DAY.plusSeconds(1));
    }
    assertThat(subscribers.removeUnconfirmed(house.clock().instant().minus(Duration.ofDays(7))))
        .isEqualTo(1);
  }

  @Test
  void aConfirmedReaderIsMailedNoLink() {
    Subscriber marie = confirmed(MARIE, "fr");
    house.clock().pass(DAY.plusSeconds(1));
    subscribers.ask(MARIE, "fr", 3);
    assertThat(subscribers.due(10)).isEmpty();
    assertThat(subscribers.confirmed()).isEqualTo(Map.of("fr", 1));
    subscribers.ask(MARIE, "en", 3);
    assertThat(subscribers.due(10))
        .as("in another language")
        .extracting(one -> one.subscriber().language())
        .containsExactly("en");
    assertThat(subscribers.find(marie.id())).get().returns(marie.askedAt(), Subscriber::askedAt);
  }

  @Test
  void whoeverLeavesOneEditionLeavesAll() {
    confirmed(MARIE, "fr");
    subscribers.ask(MARIE, "sr-Latn", 3);
    confirmed(ANA, "en");
    assertThat(subscribers.remove(confirmed(MARIE, "en").id())).isTrue();
    assertThat(subscribers.of(MARIE)).isEmpty();
    assertThat(subscribers.of(ANA)).hasSize(1);
  }
}
