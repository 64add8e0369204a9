package org.passerelle.protect.casework.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Absences leave no gap, a case changes hands without loss, and nothing is closed unchecked. */
@OnBothDatabases
class SupervisionTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Belgrade");
  @Parameter House house;
  private Scene scene;

  @BeforeEach
  void anOrganisation() {
    scene = Scene.in(house);
  }

  @Test
  void aCoverSeesTheCasesFromTheFirstDayToTheLastAndThenNoLonger() {
    UUID before = scene.caseOf(scene.jelena());
    LocalDate tomorrow = LocalDate.ofInstant(house.clock().instant(), ZONE).plusDays(1);
    arrange(tomorrow, tomorrow.plusDays(1));
    assertThat(scene.sees(before, scene.dusan())).as("not before the first day").isFalse();

    toDay(tomorrow);
    absences().open();
    assertThat(scene.sees(before, scene.dusan())).isTrue();
    UUID meanwhile = scene.caseOf(scene.jelena());
    absences().open();
    assertThat(scene.sees(meanwhile, scene.dusan())).as("opened during the absence").isTrue();

    toDay(tomorrow.plusDays(2));
    assertThat(scene.sees(before, scene.dusan())).as("ended by the moment itself").isFalse();
    absences().open();
    assertThat(scene.sees(meanwhile, scene.dusan())).isFalse();
    assertThat(absences().coming(Scene.who(scene.supervisor()))).isEmpty();
    assertThat(logged("cover.ended", scene.jelena().user().id())).isEqualTo(1);
  }

  @Test
  void aCoverEndsAtOnceWhenSomebodyIsBack() {
    UUID one = scene.caseOf(scene.jelena());
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZONE);
    UUID absence = arrange(today, today.plusDays(9));
    assertThat(scene.sees(one, scene.dusan())).isTrue();
    assertThatThrownBy(() -> absences().end(absence, house.somebody(Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    absences().end(absence, Scene.who(scene.jelena()));
    assertThat(scene.sees(one, scene.dusan())).isFalse();
  }

  @Test
  void aCaseRestrictedToNamedColleaguesIsNotCovered() {
    UUID named = scene.caseOf(scene.jelena());
    house.get(CaseTeam.class).closeToNamed(named, true, Scene.who(scene.jelena()));
    UUID later = scene.caseOf(scene.jelena());
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZONE);
    arrange(today, today);
    assertThat(scene.sees(named, scene.dusan())).isFalse();
    assertThat(scene.sees(later, scene.dusan())).isTrue();
    house.get(CaseTeam.class).closeToNamed(later, true, Scene.who(scene.jelena()));
    assertThat(scene.sees(later, scene.dusan())).isFalse();
    absences().open();
    assertThat(scene.sees(later, scene.dusan())).isFalse();
  }

  @Test
  void aStandInFindsTheTasksUnderToday() {
    UUID one = scene.caseOf(scene.jelena());
    house
        .get(CaseTasks.class)
        .task(
            one,
            "appointment",
            "Walk with her to the clinic",
            house.clock().instant().plus(Duration.ofHours(2)),
            scene.jelena().user().id(),
            Scene.who(scene.jelena()));
    assertThat(scene.dusan().browser().get("/").body()).doesNotContain("Walk with her");
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZONE);
    arrange(today, today);
    assertThat(scene.dusan().browser().get("/").body()).contains("Walk with her");
  }

  @Test
  void onlyASupervisorArrangesForOthersAndNobodyCoversThemselves() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZONE);
    UUID jelena = scene.jelena().user().id();
    UUID dusan = scene.dusan().user().id();
    SignedIn supervisor = Scene.who(scene.supervisor());
    assertThatThrownBy(
            () -> absences().arrange(jelena, dusan, today, today, ZONE, Scene.who(scene.dusan())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> absences().arrange(jelena, jelena, today, today, ZONE, supervisor))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> absences().arrange(jelena, dusan, today, today.minusDays(1), ZONE, supervisor))
        .isInstanceOf(Refused.class);
    UUID stranger =
        Staff.user(house, Staff.organisation(house).id(), Role.CASE_MANAGER).user().id();
    assertThatThrownBy(() -> absences().arrange(jelena, stranger, today, today, ZONE, supervisor))
        .isInstanceOf(NotFound.class);
    absences().arrange(jelena, dusan, today, today, ZONE, Scene.who(scene.jelena()));
    assertThatThrownBy(() -> absences().arrange(jelena, dusan, today, today, ZONE, supervisor))
        .as("covered already")
        .isInstanceOf(Refused.class);
  }

  @Test
  void aCaseIsHandedOverWithItsTasksAndANote() {
    UUID one = scene.caseOf(scene.jelena());
    CaseTasks work = house.get(CaseTasks.class);
    work.task(
        one,
        "other",
        "Ring",
        house.clock().instant(),
        scene.jelena().user().id(),
        Scene.who(scene.jelena()));
    CaseReassignments caseReassignments = house.get(CaseReassignments.class);
    assertThatThrownBy(
            () ->
                caseReassignments.handOver(
                    one, scene.dusan().user().id(), "", false, Scene.who(scene.dusan())))
        .as("not theirs")
        .isInstanceOf(NotFound.class);

    caseReassignments.handOver(
        one, scene.dusan().user().id(), "She fears Marko.", false, Scene.who(scene.supervisor()));
    assertThat(scene.sees(one, scene.jelena())).isFalse();
    SignedIn dusan = Scene.who(scene.dusan());
    assertThat(work.openTasks(one, dusan).get(0).assigned()).isEqualTo(dusan.user());
    Browser browser = scene.dusan().browser();
    assertThat(browser.get("/").body()).contains("Take over a case");
    assertThat(browser.get("/protect/cases/" + one).body()).contains("She fears Marko.");
    assertThat(browser.post("/protect/cases/" + one + "/hand-over/confirm").status())
        .isEqualTo(302);
    assertThat(browser.get("/protect/cases/" + one).body()).doesNotContain("She fears Marko.");
    assertThat(logged("case.handed-over", one)).isEqualTo(1);
    assertThat(logged("case.taken-over", one)).isEqualTo(1);
  }

  @Test
  void whatIsMissingBeforeClosingIsNamed() {
    UUID one = scene.caseOf(scene.jelena());
    house
        .get(CaseTasks.class)
        .task(
            one,
            "other",
            "Ring",
            house.clock().instant(),
            scene.jelena().user().id(),
            Scene.who(scene.jelena()));
    Browser browser = scene.jelena().browser();
    String at = "/protect/cases/" + one + "/closing";
    assertThat(browser.get(at).body()).contains("One task is open", "No follow-up is planned");
    assertThat(browser.post(at, "reason", "goals_reached").status()).isEqualTo(422);
    browser.get(at);
    assertThat(
            browser
                .post(
                    at,
                    "reason",
                    "goals_reached",
                    "follow_up",
                    LocalDate.now(house.clock()).plusDays(30).toString(),
                    "why",
                    "Done by others")
                .status())
        .isEqualTo(302);
    SignedIn jelena = Scene.who(scene.jelena());
    assertThat(house.get(Cases.class).find(one, jelena).open()).isFalse();
    assertThat(house.get(FollowUps.class).next(one, jelena))
        .get()
        .satisfies(
            call -> {
              assertThat(call.reason()).isEqualTo("closure");
              assertThat(call.assigned()).isEqualTo(jelena.user());
            });
  }

  @Test
  void closingWaitsForASupervisorWhereTheOrganisationWantsIt() {
    UUID one = scene.caseOf(scene.jelena());
    SignedIn supervisor = Scene.who(scene.supervisor());
    SignedIn jelena = Scene.who(scene.jelena());
    Approvals approvals = house.get(Approvals.class);
    Cases cases = house.get(Cases.class);
    CaseStates states = house.get(CaseStates.class);
    approvals.choose(supervisor, CaseStates.CLOSE, true);

    ApprovalRequest request = states.close(one, "goals_reached", jelena).orElseThrow();
    assertThat(cases.find(one, jelena).open()).isTrue();
    assertThat(scene.jelena().browser().get("/protect/cases/" + one).body())
        .contains("Closing waits for a supervisor", request.code());
    assertThat(approvals.toDecide(Scene.who(scene.dusan()))).isEmpty();
    approvals.approve(supervisor, request.id(), "");
    assertThat(cases.find(one, jelena).open()).isFalse();

    UUID other = scene.caseOf(scene.jelena());
    assertThat(states.close(other, "goals_reached", supervisor)).as("a supervisor's own").isEmpty();
    assertThatThrownBy(() -> approvals.choose(supervisor, "role.grant", false))
        .as("what the rules demand")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theBoardsShowWhoCarriesWhatAndWhatIsLate() {
    UUID one = scene.caseOf(scene.jelena());
    house
        .get(CaseTasks.class)
        .task(
            one,
            "hearing",
            "Be there",
            house.clock().instant().minus(Duration.ofDays(1)),
            scene.jelena().user().id(),
            Scene.who(scene.jelena()));
    Browser browser = scene.supervisor().browser();
    assertThat(browser.get("/protect/supervision").body()).contains("One open case");
    assertThat(browser.get("/protect/supervision/overdue").body())
        .contains("Hearing", scene.code(one, scene.jelena()))
        .doesNotContain("Be there");
    assertThat(scene.jelena().browser().get("/protect/supervision").status()).isEqualTo(404);
    Workload.Line line =
        house.get(Workload.class).of(Scene.who(scene.supervisor())).stream()
            .filter(l -> l.user().equals(scene.jelena().user().id()))
            .findFirst()
            .orElseThrow();
    assertThat(line.cases()).isEqualTo(1);
    assertThat(line.overdue()).isEqualTo(1);
    house
        .get(Users.class)
        .setActive(house.somebody(Role.ADMINISTRATOR), scene.jelena().user().id(), false);
    assertThat(browser.get("/protect/supervision").body()).contains("hand these cases over");
  }

  private UUID arrange(LocalDate first, LocalDate last) {
    return absences()
        .arrange(
            scene.jelena().user().id(),
            scene.dusan().user().id(),
            first,
            last,
            ZONE,
            Scene.who(scene.supervisor()));
  }

  private void toDay(LocalDate day) {
    house.clock().set(day.atTime(9, 0).atZone(ZONE).toInstant());
  }

  private Absences absences() {
    return house.get(Absences.class);
  }

  private int logged(String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }
}
