package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Dates, numbers and euros as each language writes them. */
@OnBothDatabases
class MomentsTest {
  @Parameter House house;

  @Test
  void frenchWritesTheFirstOfAMonthAsAnOrdinal() {
    assertThat(in("fr").date(LocalDate.of(2019, 4, 1))).isEqualTo("1er avril 2019");
    assertThat(in("fr").weekday(LocalDate.of(2019, 4, 1))).isEqualTo("lundi 1er avril 2019");
    assertThat(in("fr").date(LocalDate.of(2019, 4, 11))).isEqualTo("11 avril 2019");
    assertThat(in("en").date(LocalDate.of(2019, 4, 1))).isEqualTo("1 April 2019");
    assertThat(in("sr-Cyrl").date(LocalDate.of(2019, 4, 1))).isEqualTo("1. април 2019.");
  }

  @Test
  void aDateIsWrittenAsFarAsItIsKnown() {
    assertThat(in("en").partial(PartialDate.parse("2019-04"))).isEqualTo("April 2019");
    assertThat(in("fr").partial(PartialDate.parse("2019-04"))).isEqualTo("avril 2019");
    assertThat(in("sr-Latn").partial(PartialDate.parse("2019-04"))).isEqualTo("april 2019.");
    assertThat(in("fr").partial(PartialDate.parse("2019"))).isEqualTo("2019");
  }

  @Test
  void eurosAreExact() {
    assertThat(in("en").euros(new BigDecimal("150000"))).isEqualTo("€150,000");
    assertThat(in("fr").euros(new BigDecimal("1250.5"))).matches("1\\h250,50\\h€");
    assertThat(in("sr-Cyrl").euros(new BigDecimal("99999.90"))).matches("99\\.999,90\\h€");
  }

  /** A deadline of today given at seven in the evening is still to come. */
  @Test
  void whatIsDueTodayIsNotLateWhenItIsWritten() {
    LocalDate day = LocalDate.of(2019, 4, 11);
    assertThat(at("2019-04-11T09:00:00Z").due(day)).isEqualTo("2019-04-11T18:00:00Z");
    assertThat(at("2019-04-11T19:00:00Z").due(day)).isEqualTo("2019-04-11T23:59:59Z");
    assertThat(at("2019-04-11T19:00:00Z").due(day.plusDays(1))).isEqualTo("2019-04-12T18:00:00Z");
    assertThat(at("2019-04-11T19:00:00Z").due(day.minusDays(1))).isEqualTo("2019-04-10T18:00:00Z");
  }

  private Moments at(String instant) {
    Languages languages = house.get(Languages.class);
    return new Moments(
        languages.texts(languages.byTag("en")),
        ZoneOffset.UTC,
        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  private Moments in(String tag) {
    Languages languages = house.get(Languages.class);
    return new Moments(
        languages.texts(languages.byTag(tag)), ZoneOffset.UTC, house.get(Clock.class));
  }
}
