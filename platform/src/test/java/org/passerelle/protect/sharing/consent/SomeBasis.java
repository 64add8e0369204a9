package org.passerelle.protect.sharing.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.referral.ReferralScenes.Scene;

/** Consents and legal bases as they are stored, for tests that judge them. */
final class SomeBasis {
  /** What every one of them covers. */
  static final Set<String> SHARED = Set.of("identity", "health");

  private SomeBasis() {}

  static Consent consent(Scene scene, String state, LocalDate from, LocalDate until) {
    return consent(scene, state, from, until, "adult", null, Instant.EPOCH);
  }

  static Consent consent(
      Scene scene,
      String state,
      LocalDate from,
      LocalDate until,
      String capacity,
      @Nullable UUID guardian,
      Instant at) {
    return new Consent(
        UUID.randomUUID(),
        scene.caseId(),
        "assistance",
        scene.recipient().organisation(),
        state,
        1,
        capacity,
        guardian,
        "sq",
        false,
        null,
        from,
        until,
        "",
        SHARED,
        at,
        null);
  }

  static LegalGround ground(
      Scene scene,
      String kind,
      @Nullable String instrument,
      @Nullable Instant reviewDue,
      @Nullable Boolean upheld) {
    return new LegalGround(
        UUID.randomUUID(),
        scene.caseId(),
        kind,
        "assistance",
        scene.recipient().organisation(),
        instrument,
        null,
        "",
        1,
        SHARED,
        Instant.EPOCH,
        scene.sender().user(),
        reviewDue,
        upheld,
        null);
  }
}
