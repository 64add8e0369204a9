package org.passerelle.protect.casework.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.safety.incident.Grade;
import org.passerelle.protect.casework.safety.incident.Incident;
import org.passerelle.protect.casework.safety.incident.Incidents;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Incidents are kept, reported to a supervisor if serious, and visible to the team only. */
@OnBothDatabases
@Tag("slow")
class IncidentsTest {
  @Parameter House house;
  private SignedIn lead;
  private SignedIn colleague;
  private SignedIn supervisor;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    UUID organisation = Staff.organisation(house).id();
    lead = Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER).user());
    colleague = Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER).user());
    supervisor = Staff.signedIn(Member.in(house, organisation, Role.SUPERVISOR).user());
    caseId = SomeCase.in("RS").open(house, lead);
  }

  @Test
  void whatIsSeriousMakesTheCaseUrgentUntilASupervisorHasTakenNote() {
    UUID grave = record("threat", Grade.GRAVE, "He waited at the school gate, Zlatna Ruka");
    assertThat(file().urgency()).isEqualTo(Urgency.HIGH);
    assertThat(file().risk()).isEqualTo(Risk.HIGH);
    assertThat(waiting(supervisor)).containsExactly(grave);
    assertThat(waiting(lead)).as("it waits for the supervisor").isEmpty();
    assertThatThrownBy(() -> incidents().note(caseId, grave, lead)).isInstanceOf(Refused.class);
    incidents().note(caseId, grave, supervisor);
    incidents().note(caseId, grave, supervisor);
    assertThat(waiting(supervisor)).isEmpty();
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(file().risk()).as("until it was assessed anew").isEqualTo(Risk.HIGH);
    assertThat(kinds()).containsOnlyOnce("incident.noted", "incident.recorded");
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
  }

  @Test
  void anAssessmentAfterwardsTakesThePlaceOfTheRiskThatItShowed() {
    UUID serious = record("pressure", Grade.SERIOUS, "The uncle called");
    incidents().note(caseId, serious, supervisor);
    house.clock().pass(Duration.ofHours(1));
    new SomeRisk(house, caseId, lead).handIn("medium");
    assertThat(file().risk()).isEqualTo(Risk.RAISED);
    UUID unseen = record("threat", Grade.SERIOUS, "He called");
    house.clock().pass(Duration.ofHours(1));
    new SomeRisk(house, caseId, lead).handIn("low");
    assertThat(file().urgency()).as("nobody has taken note").isEqualTo(Urgency.RAISED);
    assertThat(waiting(supervisor)).containsExactly(unseen);
  }

  @Test
  void whatIsLightIsKeptAndToldToNobody() {
    record("health", Grade.LIGHT, "A cold");
    assertThat(incidents().of(caseId, lead)).hasSize(1);
    assertThat(file().urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(file().risk()).isEqualTo(Risk.NOT_KNOWN);
    assertThat(waiting(supervisor)).isEmpty();
  }

  /** If no supervisor sees the case, another named colleague acknowledges it. */
  @Test
  void aCaseClosedToNamedColleaguesIsLeftWithoutNobody() {
    house.get(CaseTeam.class).add(caseId, colleague.user(), lead);
    house.get(CaseTeam.class).closeToNamed(caseId, true, lead);
    UUID one = record("found_out", Grade.SERIOUS, "A car stood outside");
    assertThat(waiting(supervisor)).isEmpty();
    assertThatThrownBy(() -> incidents().of(caseId, supervisor)).isInstanceOf(NotFound.class);
    assertThat(waiting(colleague)).containsExactly(one);
    assertThatThrownBy(() -> incidents().note(caseId, one, lead)).isInstanceOf(Refused.class);
    incidents().note(caseId, one, colleague);
    assertThat(waiting(colleague)).isEmpty();
  }

  @Test
  void noShelterIsNamed() {
    String name = "Kuća " + UUID.randomUUID();
    house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                ("s-" + name.substring(5)).substring(0, 38),
                new Wording(Map.of("en", name, "fr", name, "sr", name)),
                "shelter",
                "RS",
                "",
                "",
                "",
                true));
    assertThatThrownBy(
            () -> record("found_out", Grade.GRAVE, "He stood before KUCA" + name.substring(4)))
        .hasMessage("placement.refused.shelter");
    assertThat(incidents().of(caseId, lead)).isEmpty();
  }

  @Test
  void othersSeeNothingAndAnErasureTakesItAll() {
    record("other", Grade.LIGHT, "Something");
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> incidents().of(caseId, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> incidents().count(caseId, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                incidents()
                    .record(
                        caseId,
                        new Incident.Draft(
                            "other", Grade.LIGHT, today(), new Incident.Words("x", "")),
                        stranger))
        .isInstanceOf(NotFound.class);
    house
        .get(Erasures.class)
        .erase(
            file().person().id(),
            lead.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(lead.organisation(), Role.SUPERVISOR));
    assertThat(
            house
                .db()
                .sql("select count(*) from incident where case_id = :case")
                .param("case", caseId)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private UUID record(String kind, Grade grade, String what) {
    return incidents()
        .record(
            caseId,
            new Incident.Draft(kind, grade, today(), new Incident.Words(what, "Called 112")),
            lead);
  }

  private List<UUID> waiting(SignedIn who) {
    return house
        .get(Dues.class)
        .mine(
            who,
            Duration.ofDays(2),
            false,
            100,
            house.get(Languages.class).texts(new Language("en")))
        .stream()
        .filter(one -> one.kind().equals("incident"))
        .map(DueThing::path)
        .map(path -> UUID.fromString(path.substring(path.indexOf("#i-") + 3)))
        .toList();
  }

  private List<String> kinds() {
    return house.get(CaseJournal.class).newest(caseId, 99).stream()
        .map(CaseJournal.Line::kind)
        .toList();
  }

  private Case file() {
    return house.get(Cases.class).find(caseId, lead);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Incidents incidents() {
    return house.get(Incidents.class);
  }
}
