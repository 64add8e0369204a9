package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Visits from a phone: reported where they belong, or kept for a user's decision. */
@OnBothDatabases
@Tag("slow")
class VisitsByPhoneTest {
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private Member leads;
  private TestPhone phone;
  private UUID caseId;
  private UUID planned;

  @BeforeEach
  void aVisit() {
    officer = Member.of(house, Role.CASE_MANAGER, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    leads = Member.in(house, who.organisation(), Role.SUPERVISOR);
    phone = TestPhone.of(officer);
    caseId = SomeCase.in("RS").named("Јелена").open(house, who);
    planned =
        followUps()
            .plan(
                caseId,
                new FollowUp.Draft("service", "visit", today().plusDays(3), who.user(), ""),
                who);
    house.clock().pass(Duration.ofMinutes(10));
  }

  private FollowUps followUps() {
    return house.get(FollowUps.class);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Map<String, Object> visit(Map<String, ?> about) {
    Map<String, Object> visit =
        phone.record(
            "follow-up",
            "follow-up-short",
            TestPhone.answers("contact_kind", "in_person", "feels_safe", "safe"));
    visit.put("about", about);
    return visit;
  }

  private String state(TestPhone.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return phone.payload(answer.json().required("receipt").asString()).required("state").asString();
  }

  private FollowUp one() {
    return followUps().find(caseId, planned, who);
  }

  private String waitingPage() {
    return leads.browser().get("/protect/phones").body();
  }

  @Test
  void aPhoneTakesCodesAlongAndNoName() {
    TestPhone.Answer along = phone.get("/phone/along");
    JsonNode visit = along.json().required("followUps").get(0);
    assertThat(visit.required("id").asString()).isEqualTo(planned.toString());
    assertThat(visit.required("code").asString()).isEqualTo(one().code());
    assertThat(visit.required("day").asString()).isEqualTo(today().plusDays(3).toString());
    assertThat(along.json().required("cases").get(0).required("id").asString())
        .isEqualTo(caseId.toString());
    assertThat(along.body()).doesNotContain("Јелена");
    phone.usedBy(Member.in(house, who.organisation(), Role.CASE_MANAGER).browser());
    assertThat(phone.get("/phone/along").json().required("cases")).isEmpty();
  }

  @Test
  void thePlannedVisitIsToldAndTheNextIsPlanned() {
    assertThat(state(phone.handIn(visit(Map.of("followUp", planned.toString())))))
        .isEqualTo("taken");
    assertThat(one().state()).isEqualTo("done");
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = :action and organisation = :of")
                .param("action", "submission.read")
                .param("of", who.organisation())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(followUps().next(caseId, who)).isPresent();
    assertThat(waitingPage()).contains("Nothing is waiting.");
  }

  @Test
  void anAttemptInVainIsOneAndTheVisitIsStillToBeMade() {
    Map<String, Object> visit =
        visit(Map.of("followUp", planned.toString(), "outcome", "not-reached"));
    visit.put("answers", Map.of());
    assertThat(state(phone.handIn(visit))).isEqualTo("taken");
    assertThat(one().planned()).isTrue();
    assertThat(one().attempts()).isEqualTo(1);
  }

  @Test
  void aVisitOfTheCaseTellsItsNextOneAndWhatCannotBeReadIsANote() {
    Map<String, Object> visit = visit(Map.of("case", caseId.toString()));
    visit.put(
        "answers",
        TestPhone.answers(
            "contact_kind",
            "in_person",
            "feels_safe",
            Map.of("code", "rather"),
            "shoes",
            Map.of("text", "Нове ципеле")));
    assertThat(state(phone.handIn(visit))).isEqualTo("taken");
    assertThat(one().state()).isEqualTo("done");
    assertThat(house.get(CaseNotes.class).notes(caseId, who).get(0).text())
        .contains("rather", "Нове ципеле");
  }

  @Test
  void whatAColleagueToldMeanwhileIsKeptAndTakenOverBySupervisors() {
    UUID begun = followUps().begin(caseId, planned, "follow-up-short", who);
    house
        .get(CaseForms.class)
        .fill(
            caseId,
            begun,
            Map.of(
                "shown", List.of("contact_kind"),
                "q-contact_kind", List.of("phone"),
                "revision", List.of("1")),
            today(),
            who);
    house.get(CaseForms.class).handIn(caseId, begun, who);
    Map<String, Object> visit = visit(Map.of("followUp", planned.toString()));
    assertThat(state(phone.handIn(visit))).isEqualTo("kept");
    assertThat(house.get(CaseForms.class).of(caseId, who)).hasSize(1);
    assertThat(leads.browser().get("/").body()).contains("Take over a visit from a phone");
    assertThat(officer.browser().get("/").body()).doesNotContain("Take over a visit");
    assertThat(waitingPage()).contains("recorded the visit meanwhile");
    assertThat(
            leads
                .browser()
                .post(
                    "/protect/phones/" + TestPhone.idOf(visit) + "/take",
                    "as",
                    who.user().toString())
                .status())
        .isEqualTo(302);
    assertThat(house.get(CaseForms.class).of(caseId, who)).hasSize(2);
    assertThat(waitingPage()).contains("Nothing is waiting.");
    assertThat(state(visit)).isEqualTo("taken");
  }

  private String state(Map<String, Object> record) {
    return house
        .db()
        .sql("select state from phone_record where id = :id")
        .param("id", TestPhone.idOf(record))
        .query(String.class)
        .single();
  }

  @Test
  void whoeverNoLongerSeesTheCaseLosesNothing() {
    Member other = Member.in(house, who.organisation(), Role.CASE_MANAGER);
    SignedIn colleague = Staff.signedIn(other.user());
    house.get(CaseTeam.class).add(caseId, colleague.user(), who);
    Member gone = Member.in(house, who.organisation(), Role.CASE_MANAGER);
    phone = TestPhone.of(gone);
    house.clock().pass(Duration.ofMinutes(6));
    Map<String, Object> visit = visit(Map.of("followUp", planned.toString()));
    assertThat(state(phone.handIn(visit))).isEqualTo("kept");
    assertThat(one().planned()).isTrue();
    UUID id = TestPhone.idOf(visit);
    KeptRecords kept = house.get(KeptRecords.class);
    SignedIn supervisor = Staff.signedIn(leads.user());
    assertThatThrownBy(() -> kept.takeOver(id, colleague.user(), colleague))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> kept.takeOver(id, gone.user().id(), supervisor))
        .isInstanceOf(Refused.class);
    assertThat(state(visit)).isEqualTo("kept");
    kept.takeOver(id, colleague.user(), supervisor);
    assertThat(one().state()).isEqualTo("done");
    assertThat(state(visit)).isEqualTo("taken");
  }

  @Test
  void aCaseOfAnotherOrganisationIsNotThere() {
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    UUID foreign = SomeCase.in("RS").open(house, stranger);
    assertThat(state(phone.handIn(visit(Map.of("case", foreign.toString()))))).isEqualTo("kept");
    assertThat(house.get(CaseForms.class).of(foreign, stranger)).isEmpty();
  }

  @Test
  void twoVisitsAtOneMomentDoNotTellTheSameOne() throws Exception {
    Map<String, Object> first = visit(Map.of("case", caseId.toString()));
    Map<String, Object> second = visit(Map.of("case", caseId.toString()));
    byte[] sealed = phone.sealed(first);
    Future<TestPhone.Answer> other =
        house.inTransaction(
            () -> {
              house
                  .get(HandIn.class)
                  .bring(TestPhone.idOf(first), sealed, new HandIn.Courier(null, null), who);
              CompletableFuture<TestPhone.Answer> sent =
                  CompletableFuture.supplyAsync(() -> phone.handIn(second));
              assertThatThrownBy(() -> sent.get(700, TimeUnit.MILLISECONDS))
                  .isInstanceOf(TimeoutException.class);
              return sent;
            });
    UUID told = java.util.Objects.requireNonNull(one().form());
    assertThat(state(other.get())).isEqualTo("taken");
    assertThat(one().form()).isEqualTo(told);
    assertThat(house.get(CaseForms.class).of(caseId, who)).hasSize(2);
  }
}
