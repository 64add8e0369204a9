package org.passerelle.protect.casework.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.solution.DurableSolutionDecided;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Visits and calls: planned one after the other, missed, failed, and their findings. */
@OnBothDatabases
class FollowUpsTest {
  @Parameter House house;
  private SignedIn manager;
  private SignedIn supervisor;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    manager = house.somebody(Role.CASE_MANAGER);
    supervisor = house.colleague(manager.organisation(), Role.SUPERVISOR);
    caseId = SomeCase.in("RS").open(house, manager);
  }

  @Test
  void eachOneThatIsToldPlansTheNextUntilAYearHasPassed() {
    LocalDate end = today();
    UUID first = plan("closure", end.plusMonths(1));
    tell(first, Map.of("contact_kind", "phone", "feels_safe", "safe"));
    assertThat(next()).isEqualTo(end.plusMonths(1));
    for (int month : List.of(1, 3, 6, 12)) {
      assertThat(next()).isEqualTo(end.plusMonths(month));
      house
          .clock()
          .pass(Duration.ofDays(end.plusMonths(month).toEpochDay() - today().toEpochDay()));
      tell(planned().id(), Map.of("contact_kind", "in_person", "feels_safe", "safe"));
    }
    assertThat(followUps().next(caseId, manager)).isEmpty();
  }

  @Test
  void signsOpenAClosedCaseAgainAndStandBeforeTheSupervisorUntilSomebodyActs() {
    UUID planned = plan("closure", today().plusDays(3));
    house.get(CaseStates.class).close(caseId, "goals_reached", manager);
    tell(planned, Map.of("contact_kind", "in_person", "signs_again", "debt"));
    assertThat(house.get(Cases.class).find(caseId, manager).open()).isTrue();
    assertThat(kinds()).contains("case.reopened", "follow-up.signs", "follow-up.done");
    assertThat(escalating(supervisor)).containsExactly(planned);
    followUps().seen(caseId, planned, supervisor);
    followUps().seen(caseId, planned, supervisor);
    assertThat(escalating(supervisor)).isEmpty();
    assertThat(kinds().stream().filter("follow-up.seen"::equals)).hasSize(1);
  }

  /** Somebody else reports by telephone that they are back. */
  @Test
  void signsCountThoughThePersonWasNotReached() {
    UUID one = plan("closure", today().plusDays(3));
    house.get(CaseStates.class).close(caseId, "goals_reached", manager);
    tell(one, Map.of("contact_kind", "not_reached", "signs_again", "contact"));
    assertThat(house.get(Cases.class).find(caseId, manager).open()).isTrue();
    assertThat(escalating(supervisor)).containsExactly(one);
    assertThat(next()).as("and is tried again").isEqualTo(today().plusDays(2));
  }

  /** The form can also be started from the forms of the case. */
  @Test
  void signsCountWhereverTheFormWasBegun() {
    house.get(CaseStates.class).close(caseId, "goals_reached", manager);
    UUID form = house.get(CaseForms.class).start(caseId, "follow-up-short", manager);
    handIn(form, Map.of("contact_kind", "phone", "signs_again", "debt"));
    assertThat(house.get(Cases.class).find(caseId, manager).open()).isTrue();
    assertThat(escalating(supervisor)).hasSize(1);
    UUID calm = house.get(CaseForms.class).start(caseId, "follow-up-short", manager);
    handIn(calm, Map.of("contact_kind", "phone", "signs_again", "none_seen"));
    assertThat(followUps().of(caseId, manager)).hasSize(1);
  }

  @Test
  void unsafeIsAWorryThatDoesNotReopenTheCase() {
    UUID one = plan("closure", today().plusDays(3));
    house.get(CaseStates.class).close(caseId, "goals_reached", manager);
    tell(one, Map.of("contact_kind", "phone", "signs_again", "none_seen", "feels_safe", "unsafe"));
    assertThat(followUps().find(caseId, one, manager).concern()).isEqualTo("worry");
    assertThat(house.get(Cases.class).find(caseId, manager).open()).isFalse();
    assertThat(escalating(supervisor)).containsExactly(one);
  }

  @Test
  void whatNobodyMakesGoesToTheSupervisorAfterTwoDays() {
    UUID one = plan("service", today());
    house.clock().pass(Duration.ofDays(FollowUp.DAYS_LATE));
    assertThat(escalating(supervisor)).isEmpty();
    house.clock().pass(Duration.ofDays(1));
    assertThat(escalating(supervisor)).containsExactly(one);
    followUps().putOff(caseId, one, today().plusDays(4), "She is in hospital", manager);
    assertThat(escalating(supervisor)).isEmpty();
  }

  @Test
  void twoAttemptsInVainAreSaidAndWhoWorriesIsHeardAtOnce() {
    UUID one = plan("service", today());
    followUps().inVain(caseId, one, "Telephone off", manager);
    assertThat(next()).isEqualTo(today().plusDays(2));
    assertThat(escalating(supervisor)).isEmpty();
    followUps().inVain(caseId, one, "Nobody opens", manager);
    assertThat(escalating(supervisor)).containsExactly(one);
    assertThat(followUps().find(caseId, one, manager).words().notes())
        .containsExactly("Telephone off", "Nobody opens");
    UUID other = plan("other", today());
    tell(other, Map.of("contact_kind", "not_reached", "not_reached_worry", "yes"));
    FollowUp again = followUps().find(caseId, other, manager);
    assertThat(again.planned()).isTrue();
    assertThat(again.form()).isNull();
    assertThat(escalating(supervisor)).contains(other);
  }

  @Test
  void aServiceThatWasGivenIsFollowedOnceHoweverManyThereAre() {
    CaseJournal journal = house.get(CaseJournal.class);
    house.inTransaction(
        () -> {
          journal.addByHouse(caseId, "referral.done", "", null);
          journal.addByHouse(caseId, "referral.done", "", null);
          return caseId;
        });
    assertThat(followUps().of(caseId, manager))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.due()).isEqualTo(today().plusDays(14));
              assertThat(one.assigned()).isEqualTo(manager.user());
            });
  }

  @Test
  void whoStaysIsVisitedWithinAMonth() {
    UUID other = SomeCase.in("RS").open(house, manager);
    house
        .get(FollowUpConsequences.class)
        .on(new DurableSolutionDecided(other, "integration", today()));
    assertThat(followUps().next(other, manager).orElseThrow().due())
        .isEqualTo(today().plusMonths(1));
  }

  @Test
  void plannedFollowUpsPassToTheNewLead() {
    manager = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    caseId = SomeCase.in("RS").open(house, manager);
    SignedIn next =
        Staff.signedIn(Member.in(house, manager.organisation(), Role.CASE_MANAGER).user());
    UUID own = plan("service", today());
    house
        .get(CaseReassignments.class)
        .handOver(caseId, next.user(), "She trusts Nada", true, manager);
    assertThat(followUps().find(caseId, own, next).assigned()).isEqualTo(next.user());
    assertThat(followUps().mine(today(), next)).extracting(FollowUp::id).containsExactly(own);
    assertThat(followUps().mine(today(), manager)).isEmpty();
  }

  @Test
  void personsWhoWantNoFollowUpAreLeftInPeace() {
    UUID one = plan("closure", today());
    tell(one, Map.of("contact_kind", "phone", "follow_up_goes_on", "ends_by_wish"));
    assertThat(followUps().next(caseId, manager)).isEmpty();
  }

  @Test
  void finishedFollowUpsAreReportedOnceAndNotMoved() {
    UUID one = plan("other", today());
    followUps().cancel(caseId, one, "Another organisation does it", manager);
    assertThatThrownBy(() -> followUps().inVain(caseId, one, "", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> followUps().begin(caseId, one, "follow-up-short", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> plan("other", today().minusDays(2))).isInstanceOf(Refused.class);
  }

  private UUID plan(String reason, LocalDate due) {
    return followUps()
        .plan(caseId, new FollowUp.Draft(reason, "call", due, manager.user(), ""), manager);
  }

  private void tell(UUID one, Map<String, String> answers) {
    UUID form = followUps().begin(caseId, one, "follow-up-short", manager);
    assertThat(followUps().begin(caseId, one, "follow-up-short", manager)).isEqualTo(form);
    handIn(form, answers);
  }

  private void handIn(UUID form, Map<String, String> answers) {
    CaseForms forms = house.get(CaseForms.class);
    Map<String, List<String>> sent = new HashMap<>();
    answers.forEach((question, answer) -> sent.put("q-" + question, List.of(answer)));
    int revision = forms.entry(caseId, form, manager).revision();
    sent.put("revision", List.of(String.valueOf(revision)));
    sent.put("shown", List.copyOf(answers.keySet()));
    assertThat(forms.fill(caseId, form, sent, today(), manager).isTaken()).isTrue();
    assertThat(forms.handIn(caseId, form, manager)).isEmpty();
  }

  private FollowUp planned() {
    return followUps().next(caseId, manager).orElseThrow();
  }

  private LocalDate next() {
    return planned().due();
  }

  private List<UUID> escalating(SignedIn who) {
    return followUps().escalating(today(), who).stream()
        .filter(one -> one.caseId().equals(caseId))
        .map(FollowUp::id)
        .toList();
  }

  private List<String> kinds() {
    return house.get(CaseJournal.class).newest(caseId, 99).stream()
        .map(CaseJournal.Line::kind)
        .toList();
  }

  private LocalDate today() {
    return Days.newest(house.clock().instant());
  }

  private FollowUps followUps() {
    return house.get(FollowUps.class);
  }
}
