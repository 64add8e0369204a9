package org.passerelle.protect.casework.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.ConsentReview;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** A guardian can act while verified, in force and not suspected, and not a moment longer. */
@OnBothDatabases
@Tag("slow")
class GuardianTest {
  private static final String NOBODY = "A child has no guardian";
  @Parameter House house;
  private GuardianScene child;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aChild() {
    child = GuardianScene.in(house);
    who = child.who();
    file = child.file();
  }

  private UUID office(String kind, LocalDate until, String verified) {
    return child
        .mandates()
        .record(
            file,
            new Mandate.Draft(
                null,
                kind,
                child.today(),
                child.today(),
                until,
                new Mandate.Words("Office of Zlatna Ruka", "Court", "G 1", ""),
                verified),
            who);
  }

  @Test
  void onlyWhoIsVerifiedAndInForceConsents() {
    UUID office = office("guardian", child.today().plusDays(10), "");
    assertThat(child.mandates().standing(child.found())).isEmpty();
    assertThatThrownBy(() -> child.consent(office))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).endsWith("guardian-unverified"));
    child.mandates().verify(file, office, "The court confirmed it", who);
    assertThat(child.consent(office)).isNotNull();
    UUID advocate = office("independent_advocate", child.today().plusDays(10), "Seen");
    assertThatThrownBy(() -> child.consent(advocate))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).endsWith("guardian-advocate"));
    child.mandates().end(file, office, child.today(), "ran_out", "", who);
    assertThat(child.mandates().standing(child.found()))
        .as("the advocate acts for the child")
        .isPresent();
    assertThat(child.find(office).bar(house.clock().instant().plus(Duration.ofDays(1))))
        .contains(Mandate.Bar.NOT_IN_FORCE);
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> child.mandates().of(file, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> child.mandates().verify(file, office, "I say so", stranger))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aGuardianWithoutNameOrAppointmentIsRefused() {
    Mandate.Words nobody = new Mandate.Words("", "Court", "", "");
    assertThatThrownBy(() -> record("guardian", nobody, child.today())).isInstanceOf(Refused.class);
    Mandate.Words nowhere = new Mandate.Words("Office", "", "", "");
    assertThatThrownBy(() -> record("guardian", nowhere, child.today()))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> record("guardian", new Mandate.Words("Office", "Court", "", ""), null))
        .isInstanceOf(Refused.class);
    assertThat(record("parent", new Mandate.Words("Mother", "", "", ""), null)).isNotNull();
  }

  private UUID record(
      String kind, Mandate.Words words, @org.jspecify.annotations.Nullable LocalDate on) {
    return child
        .mandates()
        .record(file, new Mandate.Draft(null, kind, on, child.today(), null, words, ""), who);
  }

  @Test
  void theTeamAndTheSupervisorReadItOnTheirPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn me = Staff.signedIn(manager.user());
    UUID opened = SomeCase.in("RS").minor("yes").open(house, me);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + opened + "/guardians";
    assertThat(browser.get(at).body()).contains("Nobody acts for this child");
    assertThat(browser.get("/").body()).contains(NOBODY);
    browser.get(at + "/new");
    Browser.Answer faulty = browser.post(at, "kind", "guardian", "from", child.today().toString());
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("write who it is");
    browser.get(at + "/new");
    Browser.Answer saved =
        browser.post(
            at,
            "kind",
            "guardian",
            "name",
            "Office of guardians",
            "authority",
            "Court",
            "decided_on",
            child.today().toString(),
            "from",
            child.today().toString(),
            "until",
            child.today().plusDays(5).toString(),
            "verified",
            "Seen");
    assertThat(saved.location()).as(saved.body()).isEqualTo(at);
    String page = browser.get(at).body();
    assertThat(page).contains("Office of guardians", "ends soon").doesNotContain("Lift");
    assertThat(browser.get("/").body()).contains("mandate runs out");
    UUID mandate = child.mandates().of(opened, me).get(0).id();
    browser.get(at + "/" + mandate + "/suspect");
    assertThat(browser.post(at + "/" + mandate + "/suspect", "words", "").status()).isEqualTo(422);
    browser.get(at + "/" + mandate + "/suspect");
    assertThat(
            browser.post(at + "/" + mandate + "/suspect", "words", GuardianScene.REASON).status())
        .isEqualTo(302);
    assertThat(browser.get(at).body()).contains("temporary guardian", "suspended: suspicion");
    assertThat(browser.get("/protect/cases/" + opened).body())
        .contains("The guardian has become a suspect", "Guardian suspended, suspicion: Guardian");
    assertThat(browser.get("/").body()).contains("Guardian suspected: decide");
    assertThat(browser.get(at + "/" + mandate + "/lift").status()).isEqualTo(404);
    assertThat(browser.get(at + "/" + mandate + "/end").body()).doesNotContain("⟦");
    Browser supervisor = Member.in(house, me.organisation(), Role.SUPERVISOR).browser();
    assertThat(supervisor.get("/").body()).contains("Guardian suspected: decide");
    assertThat(supervisor.get(at).body()).contains("Lift the suspicion");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(at).status()).isEqualTo(404);
  }

  /** Somebody is recorded, and still nobody acts for the child. */
  @Test
  void aChildWhoseGuardianCannotActIsOnTheFirstPage() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(manager.user());
    file = SomeCase.in("RS").minor("yes").open(house, who);
    Browser browser = manager.browser();
    Mandates mandates = child.mandates();
    UUID office = office("guardian", child.today().plusDays(90), "");
    assertThat(browser.get("/").body()).as("not verified").contains(NOBODY);
    mandates.verify(file, office, "The court confirmed it", who);
    assertThat(browser.get("/").body()).doesNotContain(NOBODY);
    mandates.suspect(file, office, GuardianScene.REASON, who);
    assertThat(browser.get("/").body()).as("suspended").contains(NOBODY);
    mandates.end(file, office, child.today(), "removed", "", who);
    office("independent_advocate", child.today().plusDays(90), "Seen");
    assertThat(browser.get("/").body()).as("an advocate decides nothing").contains(NOBODY);
  }

  /** A court, or an adult, consents without a mandate, even if one was chosen in the form. */
  @Test
  void whatRestsOnNoMandateNamesNone() {
    UUID guardian = child.guardian();
    UUID basis = child.consent(guardian);
    ReferralScenes scenes = child.scenes();
    UUID court = scenes.consent(child.scene(), GuardianScene.SHARED, "court", guardian);
    UUID adult =
        scenes.consent(
            scenes.scene("RS", "ngo", "RS", "health"), GuardianScene.SHARED, "adult", guardian);
    child.mandates().suspect(file, guardian, GuardianScene.REASON, who);
    house.get(ConsentReview.class).confirm(file, basis, "court", guardian, who);
    Consents consents = house.get(Consents.class);
    assertThat(List.of(basis, court, adult))
        .allSatisfy(id -> assertThat(consents.find(id).orElseThrow().givenBy()).isNull());
  }
}
