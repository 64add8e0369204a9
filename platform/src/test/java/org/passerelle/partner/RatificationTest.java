package org.passerelle.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.Ratification.Stage;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Where an agreement stands is computed from its dates. */
class RatificationTest {
  private static final LocalDate APRIL_2019 = LocalDate.of(2019, 4, 15);

  @Test
  void theAgreementOf2006IsSignedAndNotRatifiedByGreece() {
    Entry agreement = Facts.shipped().find("agreement", "gr-al-2006").orElseThrow();
    assertThat(Ratification.of(agreement, APRIL_2019))
        .filteredOn(p -> p.country().equals("GR"))
        .singleElement()
        .satisfies(
            greece -> {
              assertThat(greece.stage()).isEqualTo(Stage.SIGNED);
              // from 31 December 2006 at the latest: 12 years and 105 days
              assertThat(greece.days()).isEqualTo(4488);
              assertThat(greece.atLeast()).isTrue();
            });
    assertThat(Ratification.inForce(agreement, APRIL_2019)).isFalse();
  }

  @Test
  void itIsInForceFromTheDayOnAndNotBefore() {
    Entry agreement =
        agreement(
            Map.of("country", "AL", "status", "party", "in-force", "2010-03-01"),
            Map.of("country", "RS", "status", "party", "in-force", "2012-06-01"));
    assertThat(Ratification.inForce(agreement, LocalDate.of(2012, 5, 31))).isFalse();
    assertThat(Ratification.inForce(agreement, LocalDate.of(2012, 6, 1))).isTrue();
  }

  @Test
  void ratifiedWithoutEntryIntoForceIsNotInForce() {
    Entry agreement =
        agreement(
            Map.of("country", "AL", "status", "party", "ratified", "2010"),
            Map.of("country", "RS", "status", "party", "in-force", "2012-06-01"));
    assertThat(Ratification.of(agreement, APRIL_2019))
        .extracting(Ratification.Party::stage)
        .containsExactly(Stage.RATIFIED, Stage.IN_FORCE);
    assertThat(Ratification.inForce(agreement, APRIL_2019)).isFalse();
  }

  @Test
  void whatIsNotDatedIsNotKnownRatherThanNotInForce() {
    Entry agreement =
        agreement(
            Map.of("country", "AL", "status", "party", "ratified", "2010"),
            Map.of("country", "RS", "status", "not-stated", "signed", "2006"),
            Map.of("country", "ME", "status", "party"),
            Map.of("country", "RO", "status", "party", "ratified", "2010", "in-force", "2019-05"),
            Map.of("country", "MK", "status", "party", "in-force", "2019"),
            Map.of("country", "GR", "status", "signed-not-ratified", "signed", "2006"));
    assertThat(Ratification.of(agreement, APRIL_2019))
        .filteredOn(p -> !p.known())
        .extracting(Ratification.Party::country)
        .containsExactly("AL", "RS", "ME", "MK");
  }

  private static Entry agreement(Map<?, ?>... parties) {
    return new Entry(
        Kinds.shipped().find("agreement").orElseThrow(),
        "test",
        1,
        Map.of("parties", List.of(parties)));
  }
}
