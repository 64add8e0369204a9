package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.referral.Providers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The seat of a national police is in the capital, and the person at the border. */
@OnBothDatabases
@Tag("slow")
class NearestHelpTest {
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private UUID far;
  private UUID near;
  private UUID file;

  @BeforeEach
  void anOfficerOfTheCapital() {
    UUID capital = organisation("police", "Beograd", "Border Kos");
    officer = Member.in(house, capital, Role.CASE_MANAGER);
    who = Staff.signedIn(officer.user());
    far = organisation("ministry", "Beograd", "Office Vodomar");
    near = organisation("ministry", "Vranje", "Office Grlica");
    file = SomeCase.in("RS").open(house, who);
  }

  private UUID organisation(String type, String town, String name) {
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                Staff.draft(house, true).handle(),
                new Wording(Map.of("en", name, "fr", name, "sr", name)),
                type,
                "RS",
                "",
                town,
                "",
                true))
        .id();
  }

  private UUID first(String... places) {
    return house
        .get(Providers.class)
        .of(house.get(Cases.class).find(file, who), "identification_decision", List.of(places), who)
        .stream()
        .map(one -> one.organisation().id())
        .filter(List.of(far, near)::contains)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void distancesCountFromWhereThePersonIs() {
    assertThat(first("Preševo")).isEqualTo(near);
    assertThat(first("", "полицијска станица у Прешеву")).isEqualTo(near);
    assertThat(first("Bus station of PRESEVO, platform 2")).isEqualTo(near);
    assertThat(first("Београд", "Прешево")).as("what is said first").isEqualTo(far);
  }

  @Test
  void withoutATownTheyCountFromTheOrganisation() {
    assertThat(first()).isEqualTo(far);
    assertThat(first("by the road", "")).isEqualTo(far);
  }

  @Test
  void whereThePersonIsNowCountsWhileTheReferralIsWritten() {
    String at = "/protect/cases/" + file + "/referrals";
    Browser browser = officer.browser();
    browser.get(at + "/new");
    assertThat(
            browser
                .post(
                    at,
                    "step",
                    "match",
                    "service",
                    "identification_decision",
                    "place",
                    "Preševo, station")
                .body())
        .containsSubsequence("Office Grlica · Vranje · about 3", "Office Vodomar");
  }
}
