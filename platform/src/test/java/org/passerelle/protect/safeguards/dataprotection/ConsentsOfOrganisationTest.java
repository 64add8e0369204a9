package org.passerelle.protect.safeguards.dataprotection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.ConsentRegister;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * The data protection officer sees the consents of the organisation by status, with codes of cases
 * only.
 */
@OnBothDatabases
@Tag("slow")
class ConsentsOfOrganisationTest {
  private static final String HERE = "/protect/data-protection/consents";
  @Parameter House house;

  private UUID consent(ReferralScenes.Scene scene, boolean given, int from, int until) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            scene.caseId(),
            new ConsentDraft(
                given,
                "assistance",
                scene.recipient().organisation(),
                Set.of("identity"),
                "adult",
                null,
                "sq",
                false,
                null,
                today.plusDays(from),
                today.plusDays(until),
                "said by Xhemile herself"),
            scene.sender());
  }

  @Test
  void consentsAreListedByStateAndDateWithoutNames() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    consent(scene, true, 0, 31);
    consent(scene, true, 0, 30);
    consent(scene, true, -9, -1);
    consent(scene, true, 5, 90);
    consent(scene, false, 0, 90);
    UUID withdrawn = consent(scene, true, 0, 90);
    house.get(Consents.class).withdraw(scene.caseId(), withdrawn, scene.sender());
    UUID guardian = scenes.guardian(scene, false, true);
    scenes.consent(scene, Set.of("identity"), "guardian", guardian);
    suspend(guardian);

    Member member = Member.in(house, scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    SignedIn officer = Staff.signedIn(member.user());
    ConsentRegister register = house.get(ConsentRegister.class);
    assertThat(register.counts(officer).values()).containsExactly(1, 1, 1, 1, 1, 1);
    for (String standing : ConsentRegister.STANDINGS) {
      assertThat(register.of(new ConsentRegister.Wish(standing, "assistance"), 0, 9, officer))
          .extracting(ConsentRegister.Line::standing)
          .containsExactly(standing);
    }
    assertThat(register.of(new ConsentRegister.Wish("", "research"), 0, 9, officer)).isEmpty();

    Browser browser = member.browser();
    String code = house.get(Cases.class).find(scene.caseId(), scene.sender()).code();
    assertThat(browser.get(HERE).body())
        .contains(code, "ends soon", "held (1)")
        .doesNotContain("Xhemile", "Lumi");
    assertThat(browser.get(HERE + "?standing=withdrawn").body()).contains(code, "withdrawn");
    assertThat(browser.get(HERE + "?standing=held&purpose=research").body())
        .contains("No consent has this status.");
    assertThat(browser.get("/protect/data-protection").body()).contains("1 held", "1 ends soon");
    assertThat(house.get(AuditReader.class).count(null, officer.user(), "consents.listed"))
        .isGreaterThanOrEqualTo(3);
  }

  private void suspend(UUID mandate) {
    house
        .db()
        .sql("update guardian_mandate set suspended_at = current_timestamp where id = :id")
        .param("id", mandate)
        .update();
  }

  @Test
  void onlyTheOwnOrganisationAndOnlyTheOfficer() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    consent(scene, true, 0, 31);
    String code = house.get(Cases.class).find(scene.caseId(), scene.sender()).code();
    assertThat(Member.of(house, Role.DATA_PROTECTION_OFFICER).browser().get(HERE).body())
        .doesNotContain(code);
    for (Role other : new Role[] {Role.SUPERVISOR, Role.CASE_MANAGER, Role.ADMINISTRATOR}) {
      assertThat(Member.of(house, other).browser().get(HERE).status()).isEqualTo(404);
    }
  }
}
