package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Rule 3: nothing leaves without a basis, and not everything is a basis. */
@OnBothDatabases
class ReferralBasisTest {
  @Parameter House house;
  private ReferralScenes scenes;

  @BeforeEach
  void scenes() {
    scenes = new ReferralScenes(house);
  }

  @Test
  void whileAsylumIsOpenNothingGoesToTheCountryOfOrigin() {
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "police", asylum);
      assertThatThrownBy(() -> scenes.draft(scene))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("asylum");
    }
    assertThat(scenes.draft(scenes.scene("RS", "ngo", "AL", "police", "none"))).isNotNull();
    assertThat(scenes.draft(scenes.scene("RS", "ngo", "AL", "ngo", "pending"))).isNotNull();
  }

  @Test
  void aGuardianWhoIsSuspectedOrUnverifiedCannotConsent() {
    ReferralScenes.Scene scene = scenes.minor(scenes.scene("RS", "ngo", "RS", "health"));
    assertThatThrownBy(() -> scenes.consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class);
    UUID suspected = scenes.guardian(scene, true, true);
    UUID unverified = scenes.guardian(scene, false, false);
    UUID verified = scenes.guardian(scene, false, true);
    assertThatThrownBy(() -> scenes.consent(scene, Set.of("case"), "guardian", suspected))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> scenes.consent(scene, Set.of("case"), "guardian", unverified))
        .isInstanceOf(Refused.class);
    assertThat(scenes.consent(scene, Set.of("case"), "guardian", verified)).isNotNull();
  }

  @Test
  void anInstrumentThatNobodyVerifiedFoundsNothing() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "ngo", "none");
    LegalGround.Draft convention =
        new LegalGround.Draft(
            "convention_in_force",
            "assistance",
            scene.recipient().organisation(),
            "palermo-protocol",
            null,
            "Article 6",
            Set.of("case"));
    assertThatThrownBy(
            () -> house.get(LegalGrounds.class).record(scene.caseId(), convention, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not-in-force");
  }

  @Test
  void fromTheUnionToAThirdCountryATransferInstrumentIsNeeded() {
    ReferralScenes.Scene scene = scenes.scene("FR", "ngo", "RS", "ngo", "none");
    assertThatThrownBy(() -> scenes.consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("transfer");
  }

  @Test
  void vitalInterestsAreReviewedWithin72HoursByAnotherPerson() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    LegalGrounds grounds = house.get(LegalGrounds.class);
    UUID ground = scenes.vitalInterests(scene);
    SignedIn supervisor = house.colleague(scene.sender().organisation(), Role.SUPERVISOR);
    assertThat(grounds.toReview(supervisor)).hasSize(1);
    assertThatThrownBy(() -> grounds.review(ground, ReferralScenes.finding(true), scene.sender()))
        .isInstanceOf(Refused.class);
    UUID late = scenes.draft(scene);
    referrals().choose(late, List.of("age"), ground, scene.sender());
    house.clock().pass(Duration.ofHours(73));
    assertThatThrownBy(() -> referrals().send(late, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("overdue");
    grounds.review(ground, ReferralScenes.finding(true), supervisor);
    referrals().send(late, scene.sender());
    assertThat(grounds.toReview(supervisor)).isEmpty();
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }
}
