package org.passerelle.protect.sharing.referral.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import tools.jackson.databind.json.JsonMapper;

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
    assertThat(Dossier.of(OLDER.formatted("")).danger().urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(Dossier.of(OLDER.formatted(", \"urgency\": \"high\"")).danger().urgency())
        .isEqualTo(Urgency.HIGH);
    assertThat(Dossier.of(OLDER.formatted(", \"urgency\": \"yesterday\"")).danger().urgency())
        .as("of a later version")
        .isEqualTo(Urgency.ORDINARY);
  }

  @Test
  void aCorrectedFieldSaysMoreThanTheUrgencyAtTheTimeOfSending() {
    String sent = OLDER.formatted(", \"urgency\": \"high\"");
    assertThat(danger(sent, "\"danger\": [\"raised\", \"risk.high\"]").urgency())
        .isEqualTo(Urgency.RAISED);
    assertThat(danger(sent, "\"danger\": [\"risk.high\"]").urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(danger(sent, "\"danger\": []").urgency()).as("lifted").isEqualTo(Urgency.ORDINARY);
    assertThat(danger(sent, "\"safe_to_contact\": [\"no\"]").call()).isEqualTo("urgency.call.no");
    assertThat(danger(sent, "\"safe_to_contact\": [\"yes\"]").safeToContact()).isEmpty();
    assertThat(danger(sent, "\"safe_to_contact\": [\"of a later version\"]").call()).isEmpty();
  }

  private static StatedDanger danger(String dossier, String corrected) {
    return Dossier.of(
            CorrectedDossiers.merged(
                dossier, JsonMapper.builder().build().readTree("{" + corrected + "}")))
        .danger();
  }
}
