package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.MissingPersons;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The case of a person who did not arrive in the other country is as urgent as can be. */
@OnBothDatabases
@Tag("slow")
class LostDangerTest {
  @Parameter House house;

  @Test
  void theCaseIsUrgentUntilThePersonIsFound() {
    ReferralScenes referrals = new ReferralScenes(house);
    HandOverScenes scenes = new HandOverScenes(house);
    ReferralScenes.Scene scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn sender = scene.sender();
    SignedIn recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    UUID basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    UUID id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
    scenes.departed(id, sender, recipient);
    UUID there = Objects.requireNonNull(scenes.find(id, recipient).caseId());
    dangers(scene.caseId(), sender, false);

    scenes.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came"), recipient);
    referrals.deliver();
    dangers(scene.caseId(), sender, true);
    dangers(there, recipient, true);

    scenes.record(id, Step.FOUND, "done", RecordedStep.Details.of("With the police"), recipient);
    referrals.deliver();
    dangers(scene.caseId(), sender, false);
    dangers(there, recipient, false);
  }

  private void dangers(UUID caseId, SignedIn who, boolean missing) {
    assertThat(house.get(MissingPersons.class).is(caseId)).isEqualTo(missing);
    Case file = house.get(Cases.class).find(caseId, who);
    if (missing) {
      assertThat(file.urgency()).isEqualTo(Urgency.HIGH);
      assertThat(file.risk()).isEqualTo(Risk.HIGH);
    } else {
      assertThat(file.urgency()).isNotEqualTo(Urgency.HIGH);
    }
  }
}
