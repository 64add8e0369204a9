package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.calendar.OwnCalendar;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.due.DerivedDataUpdater;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.determination.DeterminationScenes;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.supervision.EmergencyAccess;
import org.passerelle.protect.casework.supervision.Workload;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Due items come from one source, and all pages show the same ones. */
@OnBothDatabases
@Tag("slow")
class DuesTest {
  /** What {@link #fill} creates one of each of. */
  private static final Set<String> MADE =
      Set.of(
          "task",
          "deadline",
          "referral",
          "review",
          "held_consent",
          "guardian",
          "follow_up",
          "determination",
          "emergency");

  /** Other kinds of cases, each with the class that creates one. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("urgent", "casework/screening/UrgencyOfCaseTest"),
          Map.entry("risk", "casework/safety/RiskLevelsTest"),
          Map.entry("safety_plan", "casework/safety/SafetyPlansTest"),
          Map.entry("incident", "casework/safety/IncidentsTest"),
          Map.entry("stay", "casework/placement/stay/StaysDueTest"),
          Map.entry("alert", "casework/placement/stay/AlertsTest"),
          Map.entry("tracing", "identity/tracing/TracingTest"),
          Map.entry("hand_over", "sharing/handover/HandOverTest"),
          Map.entry("transfer", "sharing/transfer/TransferTest"),
          Map.entry("compensation", "casework/compensation/ClaimLimitsTest"));

  @Parameter House house;
  private Member lead;
  private Member supervisor;
  private SignedIn who;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private UUID file;

  @BeforeEach
  void aChild() {
    house.clock().set(Instant.parse("2026-04-09T08:00:00Z"));
    UUID organisation = Staff.organisation(house).id();
    lead = Member.in(house, organisation, Role.CASE_MANAGER);
    supervisor = Member.in(house, organisation, Role.SUPERVISOR);
    who = Staff.signedIn(lead.user());
    scenes = new ReferralScenes(house);
    scene = scenes.scene(who, "RS", "health", ReferralScenes.file().minor("yes"));
    file = scene.caseId();
  }

  /** Creates one of each kind. */
  private void fill() {
    LocalDate today = today();
    UUID guardian = scenes.guardian(scene, false, true);
    scenes.consent(scene, Set.of("identity", "case"), "guardian", guardian);
    scenes.sent(scene, scenes.vitalInterests(scene));
    house.get(Mandates.class).suspect(file, guardian, "Seen with the others", who);
    house.get(CaseTasks.class).task(file, "other", "Ask about the aunt", in(3), who.user(), who);
    house
        .get(Decisions.class)
        .record(
            file,
            new Decisions.Draft(
                "refused",
                today,
                today.plusDays(15),
                new Decisions.Content("Centre (test)", "Reasons")),
            who);
    house
        .get(FollowUps.class)
        .plan(file, new FollowUp.Draft("other", "call", today.plusDays(4), who.user(), ""), who);
    new DeterminationScenes(house).made(file, "family", "in_favour", who);
    SignedIn colleague = house.colleague(who.organisation(), Role.CASE_MANAGER);
    house
        .get(EmergencyAccess.class)
        .begin(house.get(Cases.class).find(file, who).code(), "Nobody answers", colleague);
  }

  @Test
  void everybodyWhoShowsWhatIsDueShowsTheSame() {
    fill();
    assertThat(kinds(everything())).isEqualTo(MADE);
    house.clock().pass(Duration.ofDays(20));
    List<DueThing> overdue =
        house.get(Dues.class).overdue(Staff.signedIn(supervisor.user()), 500, english());
    assertThat(kinds(overdue)).as("the determination is looked at in half a year").hasSize(8);

    // Today: assignees see their items, the supervisor their own and how many are late
    String own = lead.elsewhere().get("/").body();
    String above = supervisor.elsewhere().get("/").body();
    for (DueThing one : overdue) {
      assertThat(one.assigned() == null ? above : own)
          .as(one.kind())
          .contains("href=\"" + one.path() + "\"");
    }
    long others = overdue.stream().filter(one -> one.assigned() != null).count();
    assertThat(above)
        .contains(others + " things are overdue with your colleagues")
        .doesNotContain("nothing is waiting");

    // list, filter, map and case: the earliest item
    Instant first = overdue.get(0).at();
    assertThat(late(who)).extracting(CaseList.Row::nextDue).containsExactly(first);
    assertThat(late(Staff.signedIn(supervisor.user()))).hasSize(1);
    assertThat(house.get(CaseList.class).byCountry(who))
        .singleElement()
        .satisfies(one -> assertThat(one.late()).isEqualTo(1));
    assertThat(house.get(Cases.class).find(file, who).nextDue()).isEqualTo(first);
    assertThat(lead.elsewhere().get("/protect/cases/" + file).body()).contains("next step (1");

    // board: each item with its assignee
    SignedIn chief = Staff.signedIn(supervisor.user());
    Workload workload = house.get(Workload.class);
    assertThat(
            workload.of(chief).stream().mapToInt(Workload.Line::overdue).sum()
                + workload.ofSupervisors(chief, english()).late())
        .isEqualTo(overdue.size());
    String board = supervisor.elsewhere().get("/protect/supervision/overdue").body();
    overdue.forEach(one -> assertThat(board).contains("href=\"" + one.path() + "\""));

    // calendar: the same, in words that reveal nobody
    List<String> dated =
        house.get(OwnCalendar.class).entries(who, english()).stream()
            .map(OwnCalendar.Entry::id)
            .collect(Collectors.toList());
    house.get(OwnCalendar.class).entries(chief, english()).forEach(one -> dated.add(one.id()));
    overdue.forEach(one -> assertThat(dated).as(one.kind()).contains(one.id().toString()));
  }

  /** A new kind must be created here or listed with the class that creates it. */
  @Test
  void everyKindThatExistsIsMadeByATest() {
    Set<String> all = new HashSet<>(MADE);
    all.addAll(ELSEWHERE.keySet());
    assertThat(house.all(DueSource.class)).extracting(DueSource::kind).hasSameElementsAs(all);
    Path tests = Path.of("src/test/java/org/passerelle/protect");
    ELSEWHERE.forEach((kind, name) -> assertThat(tests.resolve(name + ".java")).as(kind).exists());
  }

  @Test
  void whatBelongsToNoCaseYetIsCountedAsTheBoardShowsIt() {
    SignedIn there =
        Staff.signedIn(Member.in(house, scene.recipient().organisation(), Role.SUPERVISOR).user());
    Workload workload = house.get(Workload.class);
    assertThat(workload.ofSupervisors(there, english()).things()).isZero();
    scenes.sent(scene, scenes.vitalInterests(scene));
    scenes.deliver();
    assertThat(workload.ofSupervisors(there, english()))
        .isEqualTo(new Dues.Load(Optional.empty(), 1, 0));
    house.clock().pass(Duration.ofDays(20));
    assertThat(house.get(Dues.class).overdue(there, 500, english()))
        .extracting(DueThing::kind)
        .containsExactly("received");
    assertThat(workload.ofSupervisors(there, english()).late()).isEqualTo(1);
  }

  @Test
  void whatIsKeptIsWhatTheRowsSayWheneverSomethingHappens() {
    fill();
    UUID task = house.get(CaseTasks.class).openTasks(file, who).get(0).id();
    assertThat(house.get(DerivedDataUpdater.class).keep(List.of(file))).isZero();
    house.get(CaseTasks.class).done(file, task, who);
    assertThat(kinds(everything())).doesNotContain("task").hasSize(8);
    SignedIn colleague =
        Staff.signedIn(Member.in(house, who.organisation(), Role.CASE_MANAGER).user());
    house.get(CaseReassignments.class).handOver(file, colleague.user(), "", true, who);
    assertThat(everything())
        .filteredOn(one -> one.kind().equals("referral"))
        .extracting(DueThing::assigned)
        .containsExactly(colleague.user());
    assertThat(house.get(DerivedDataUpdater.class).keep(List.of(file))).isZero();
    // a closed case has no more legal deadlines; visits continue
    house.get(CaseStates.class).close(file, "goals_reached", colleague);
    assertThat(house.get(DerivedDataUpdater.class).keep(List.of(file))).isZero();
  }

  @Test
  void receivedReferralsAreShownUnderTodayAndInTheCalendar() {
    Member clinic = Member.in(house, scene.recipient().organisation(), Role.CASE_MANAGER);
    UUID sent = scenes.sent(scene, scenes.vitalInterests(scene));
    scenes.deliver();
    assertThat(clinic.browser().get("/").body()).contains("/protect/received/" + sent);
    Member prosecutor = Member.in(house, scene.recipient().organisation(), Role.PROSECUTOR);
    assertThat(prosecutor.browser().get("/").body())
        .as("who answers and follows no case")
        .contains("/protect/received/" + sent);
    assertThat(house.get(OwnCalendar.class).entries(Staff.signedIn(clinic.user()), english()))
        .extracting(OwnCalendar.Entry::words)
        .containsExactly("Answer a referral");
  }

  @Test
  void aCaseOfAnEarlierVersionIsAskedOnceAndANightFindsWhatTimeChanged() {
    fill();
    List<DueThing> before = everything();
    house.db().sql("delete from case_due where case_id = :id").param("id", file).update();
    house
        .db()
        .sql("update protect_case set due_kept = false, next_due = null where id = :id")
        .param("id", file)
        .update();
    house.get(DerivedDataUpdater.class).catchUp();
    assertThat(everything()).isEqualTo(before);
    house.clock().pass(Duration.ofDays(15 + 91));
    assertThat(kinds(everything())).contains("deadline");
    house.get(DerivedDataUpdater.class).all();
    assertThat(kinds(everything())).as("long past").doesNotContain("deadline");
  }

  private List<DueThing> everything() {
    SignedIn chief = Staff.signedIn(supervisor.user());
    Instant now = house.clock().instant();
    house.clock().pass(Duration.ofDays(300));
    List<DueThing> all = house.get(Dues.class).overdue(chief, 500, english());
    house.clock().set(now);
    return all;
  }

  private static Set<String> kinds(List<DueThing> things) {
    return things.stream().map(DueThing::kind).collect(Collectors.toSet());
  }

  private List<CaseList.Row> late(SignedIn reader) {
    CaseFilter late =
        new CaseFilter(
            false, "", "", "", false, false, "late", null, null, null, "due", false, List.of());
    return house.get(CaseList.class).rows(late, reader, 10);
  }

  private Texts english() {
    return house.get(Languages.class).texts(new Language("en"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Instant in(int days) {
    return house.clock().instant().plus(Duration.ofDays(days));
  }
}
