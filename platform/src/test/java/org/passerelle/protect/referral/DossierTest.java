package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.protect.Urgency;

class DossierTest {
  private static final String OLDER =
      """
      {"referral": "0191a0e2-0000-7000-8000-000000000001", "service": "shelter",
       "purpose": "assistance", "deadline": "2026-04-09T08:00:00Z", "request": "A bed",
       "nonPunishment": false, "minor": false, "onward": false, "basis": "consent",
       "fields": {"known_as": ["Lumi"]}%s}
      """;

  @Test
  void aNodeThatSaysNothingOfUrgencyIsReadAsBefore() {
    assertThat(Dossier.of(OLDER.formatted("")).soon()).isEqualTo(Urgency.ORDINARY);
    assertThat(Dossier.of(OLDER.formatted(", \"urgency\": \"high\"")).soon())
        .isEqualTo(Urgency.HIGH);
    assertThat(Dossier.of(OLDER.formatted(", \"urgency\": \"yesterday\"")).soon())
        .as("of a later version")
        .isEqualTo(Urgency.ORDINARY);
  }
}
