package org.passerelle.protect.casework.guardian;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;

/** The case of a child with those who act for the child. */
record GuardianScene(House house, ReferralScenes scenes, ReferralScenes.Scene scene) {
  static final Set<String> SHARED = Set.of("identity", "case");

  /** Texts that must not be found in clear anywhere. */
  static final String REASON = "Seen at Zlatna Ruka";

  static GuardianScene in(House house) {
    ReferralScenes scenes = new ReferralScenes(house);
    return new GuardianScene(
        house, scenes, scenes.minor(scenes.scene("RS", "ngo", "RS", "health")));
  }

  SignedIn who() {
    return scene.sender();
  }

  UUID file() {
    return scene.caseId();
  }

  Mandates mandates() {
    return house.get(Mandates.class);
  }

  Mandate find(UUID mandate) {
    return mandates().of(file(), who()).stream()
        .filter(m -> m.id().equals(mandate))
        .findFirst()
        .orElseThrow();
  }

  Case found() {
    return house.get(Cases.class).find(file(), who());
  }

  LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  /** A verified guardian who has a file of their own. */
  UUID guardian() {
    return scenes.guardian(scene, false, true);
  }

  UUID consent(UUID mandate) {
    return scenes.consent(scene, SHARED, "guardian", mandate);
  }
}
