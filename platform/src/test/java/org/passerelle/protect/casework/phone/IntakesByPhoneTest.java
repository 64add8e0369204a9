package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Intakes from a phone: forms of a case, or the beginning of one. */
@OnBothDatabases
@Tag("slow")
class IntakesByPhoneTest {
  @Parameter House house;
  private SignedIn who;
  private Member leads;
  private TestPhone phone;
  private UUID caseId;

  @BeforeEach
  void aPhone() {
    Member officer = Member.of(house, Role.CASE_MANAGER, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    leads = Member.in(house, who.organisation(), Role.SUPERVISOR);
    phone = TestPhone.of(officer);
    caseId = SomeCase.in("RS").open(house, who);
    house.clock().pass(Duration.ofMinutes(10));
  }

  private Map<String, Object> screening() {
    return phone.screening(
        "screening-short",
        TestPhone.answers(
            "country", "RS",
            "age_under_18", "no",
            "act", List.of("receipt"),
            "means", List.of("threat_or_force"),
            "purpose", List.of("forced_begging")));
  }

  private Map<String, Object> intake(Map<String, ?> about) {
    Map<String, Object> intake =
        phone.record(
            "intake", "htcds-intake", TestPhone.answers("prs_FirstName", Map.of("text", "Јелена")));
    intake.put("about", about);
    return intake;
  }

  private String state(TestPhone.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return phone.payload(answer.json().required("receipt").asString()).required("state").asString();
  }

  private String state(Map<String, Object> record) {
    return house.get(RecordRows.class).find(TestPhone.idOf(record)).orElseThrow().state();
  }

  private String waitingPage() {
    return leads.browser().get("/protect/phones").body();
  }

  @Test
  void anIntakeThatComesBeforeItsScreeningWaitsForItAndOpensItsCase() {
    Map<String, Object> screening = screening();
    Map<String, Object> intake = intake(Map.of("record", TestPhone.idOf(screening)));
    assertThat(state(phone.handIn(intake))).isEqualTo("kept");
    assertThat(waitingPage()).contains("has not arrived");
    assertThat(state(phone.handIn(screening))).isEqualTo("taken");
    Screening made = house.get(Screenings.class).list(who, true, 0, 9).get(0);
    UUID opened = java.util.Objects.requireNonNull(made.caseId());
    assertThat(house.get(CaseForms.class).of(opened, who)).hasSize(1);
    assertThat(state(intake)).isEqualTo("taken");
    assertThat(waitingPage()).contains("Nothing is waiting.");
  }

  @Test
  void anIntakeThatCannotBeReadOpensNoCase() {
    Map<String, Object> screening = screening();
    assertThat(state(phone.handIn(screening))).isEqualTo("taken");
    Map<String, Object> intake = intake(Map.of("record", TestPhone.idOf(screening)));
    intake.put("version", 99);
    assertThat(state(phone.handIn(intake))).isEqualTo("kept");
    assertThat(waitingPage()).contains("does not know this version");
    assertThat(house.get(Screenings.class).list(who, true, 0, 9))
        .extracting(Screening::caseId)
        .containsOnlyNulls();
  }

  @Test
  void anIntakeAboutACaseIsAFormOfIt() {
    assertThat(state(phone.handIn(intake(Map.of("case", caseId.toString()))))).isEqualTo("taken");
    assertThat(house.get(CaseForms.class).of(caseId, who)).hasSize(1);
    Map<String, Object> odd = intake(Map.of("outcome", "reached"));
    assertThat(phone.handIn(odd).code()).isEqualTo("unreadable");
  }
}
