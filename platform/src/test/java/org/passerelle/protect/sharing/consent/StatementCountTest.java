package org.passerelle.protect.sharing.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.api.Webhooks;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.htcds.ExportRequest;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.Counted;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A list needs as many database queries for twelve rows as for one. */
@OnBothDatabases
@Tag("postgresql")
class StatementCountTest {
  private static final int MANY = 12;

  /** The maximum number of addresses of an organisation. */
  private static final int FEW = 10;

  @Parameter House house;

  @Test
  void consentsAndLegalBasesOfACase() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    Consents consents = house.get(Consents.class);
    LegalGrounds grounds = house.get(LegalGrounds.class);
    SignedIn supervisor = house.colleague(scene.sender().organisation(), Role.SUPERVISOR);
    scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    scenes.vitalInterests(scene);
    int consent = Counted.statements(() -> consents.of(scene.caseId(), scene.sender()));
    int basis = Counted.statements(() -> grounds.of(scene.caseId(), scene.sender()));
    int review = Counted.statements(() -> grounds.toReview(supervisor));
    for (int i = 1; i < MANY; i++) {
      scenes.consent(scene, Set.of("identity", "case"), "adult", null);
      scenes.vitalInterests(scene);
    }
    assertThat(consents.of(scene.caseId(), scene.sender()))
        .hasSize(MANY)
        .allSatisfy(
            one -> assertThat(one.categories()).containsExactlyInAnyOrder("identity", "case"));
    assertThat(grounds.toReview(supervisor)).hasSize(MANY);
    assertThat(Counted.statements(() -> consents.of(scene.caseId(), scene.sender())))
        .isEqualTo(consent)
        .isPositive();
    assertThat(Counted.statements(() -> grounds.of(scene.caseId(), scene.sender())))
        .isEqualTo(basis)
        .isPositive();
    assertThat(Counted.statements(() -> grounds.toReview(supervisor)))
        .isEqualTo(review)
        .isPositive();
  }

  @Test
  void erasuresWithTheirRecipientsAndWhoSeesManyCases() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene first = scenes.scene("RS", "ngo", "RS", "health");
    SignedIn officer = house.colleague(first.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    List<UUID> cases = new ArrayList<>(List.of(first.caseId()));
    for (int i = 1; i < MANY; i++) {
      cases.add(scenes.minor(first).caseId());
    }
    CaseSight sight = house.get(CaseSight.class);
    int one = Counted.statements(() -> sight.seen(List.of(first.caseId()), first.sender()));
    assertThat(sight.seen(cases, first.sender())).containsExactlyElementsOf(cases);
    assertThat(Counted.statements(() -> sight.seen(cases, first.sender())))
        .isEqualTo(one)
        .isPositive();
    scenes.erase(first, cases.get(0));
    int list = Counted.statements(() -> house.get(Erasures.class).list(officer, 99));
    cases.subList(1, MANY).forEach(file -> scenes.erase(first, file));
    assertThat(house.get(Erasures.class).list(officer, 99))
        .hasSize(MANY)
        .allSatisfy(erasure -> assertThat(erasure.codes()).hasSize(1));
    assertThat(Counted.statements(() -> house.get(Erasures.class).list(officer, 99)))
        .isEqualTo(list)
        .isPositive();
  }

  @Test
  void addressesOfProgramsWithTheirDeliveries() {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    Webhooks webhooks = house.get(Webhooks.class);
    webhooks.add(administrator, "https://203.0.113.7/0", List.of(Webhooks.EVENTS.get(0)));
    int one = Counted.statements(() -> webhooks.of(administrator.organisation()));
    for (int i = 1; i < FEW; i++) {
      webhooks.add(administrator, "https://203.0.113.7/" + i, List.of(Webhooks.EVENTS.get(0)));
    }
    assertThat(webhooks.of(administrator.organisation())).hasSize(FEW);
    assertThat(Counted.statements(() -> webhooks.of(administrator.organisation())))
        .isEqualTo(one)
        .isPositive();
  }

  @Test
  void casesThatAreToLeaveAsAFile() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene first = scenes.scene("RS", "ngo", "RS", "health");
    List<UUID> cases = new ArrayList<>(List.of(first.caseId()));
    for (int i = 1; i < MANY; i++) {
      cases.add(scenes.minor(first).caseId());
    }
    Exports exports = house.get(Exports.class);
    ExportRequest wish =
        new ExportRequest(
            "csv", ExportRequest.PURPOSES.get(0), "For our own count", ExportRequest.CATEGORIES);
    int one = Counted.statements(() -> exports.ask(wish, List.of(first.caseId()), first.sender()));
    assertThat(Counted.statements(() -> exports.ask(wish, cases, first.sender())))
        .isEqualTo(one)
        .isPositive();
  }
}
