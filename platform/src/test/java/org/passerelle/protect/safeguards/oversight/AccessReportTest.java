package org.passerelle.protect.safeguards.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The data protection officer sees how much was accessed, by whom and when; no contents. */
@OnBothDatabases
class AccessReportTest {
  private static final String APRIL = "?from=2026-04-01&to=2026-04-30";
  @Parameter House house;

  @Test
  void looksAreCountedByColleagueAndByTheHour() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    SignedIn colleague = scene.sender();
    Cases cases = house.get(Cases.class);
    // Thursday morning in Belgrade: a usual time; the night after: not
    house.clock().set(Instant.parse("2026-04-16T08:00:00Z"));
    cases.read(scene.caseId(), colleague);
    cases.read(scene.caseId(), colleague);
    house.clock().set(Instant.parse("2026-04-16T22:30:00Z"));
    house
        .get(Persons.class)
        .identity(cases.find(scene.caseId(), colleague).person().id(), colleague);
    scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    house.clock().pass(Duration.ofHours(8));

    Member officer = Member.in(house, colleague.organisation(), Role.DATA_PROTECTION_OFFICER);
    Browser browser = officer.browser();
    String table = browser.get("/protect/reports/colleagues.csv" + APRIL).body();
    // cases, identities (one access, and name and contact for the dossier), content, by name, out,
    // refused, outside
    assertThat(table).contains(",2,3,0,0,1,0,4");
    String page = browser.get("/protect/reports" + APRIL).body();
    assertThat(page).contains("/protect/reports/colleagues/" + colleague.user());
    assertThat(page).contains("consent").contains("Working hours are Monday to Friday");
    String one = browser.get("/protect/reports/colleagues/" + colleague.user() + APRIL).body();
    assertThat(one)
        .contains("Read the case", "Read the identity", "outside working hours")
        .contains(cases.find(scene.caseId(), colleague).code());
    assertThat(house.get(AuditReader.class).count(null, officer.user().id(), "report.read"))
        .isEqualTo(3);
  }

  @Test
  void onlyTheOwnOrganisationAndOnlyTheOfficer() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    Browser elsewhere = Member.of(house, Role.DATA_PROTECTION_OFFICER).browser();
    assertThat(
            elsewhere.get("/protect/reports/colleagues/" + scene.sender().user() + APRIL).status())
        .isEqualTo(404);
    assertThat(elsewhere.get("/protect/reports" + APRIL).body())
        .doesNotContain(scene.sender().user().toString());
    for (Role other : new Role[] {Role.SUPERVISOR, Role.CASE_MANAGER, Role.ADMINISTRATOR}) {
      assertThat(Member.of(house, other).browser().get("/protect/reports").status()).isEqualTo(404);
    }
  }

  @Test
  void anInvalidPeriodIsReported() {
    Browser browser = Member.of(house, Role.DATA_PROTECTION_OFFICER).browser();
    assertThat(browser.get("/protect/reports?from=2026-04-30&to=2026-04-01").body())
        .contains("Choose a first and a last day");
    assertThat(browser.get("/protect/reports?from=x&to=").body())
        .contains("Choose a first and a last day");
    assertThat(browser.get("/protect/reports").body())
        .doesNotContain("Choose a first and a last day");
  }
}
