package org.passerelle.protect.casework.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.care.needs.SomeAssessment;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** The team maintains the plan; its steps are ordinary tasks. */
@OnBothDatabases
@Tag("slow")
class CarePlansTest {
  private static final String WHAT = "Ask at Kod Zlatnog Goluba for a bed";
  @Parameter House house;

  private CarePlans plans() {
    return house.get(CarePlans.class);
  }

  private CareSteps steps() {
    return house.get(CareSteps.class);
  }

  private List<CaseTasks.Task> tasks(UUID file, SignedIn who) {
    return house.get(CaseTasks.class).openTasks(file, who);
  }

  private Instant in(int days) {
    return house.clock().instant().plus(Duration.ofDays(days));
  }

  private UUID goal(UUID file, String need, SignedIn who) {
    return plans().add(file, new Goal.Draft(need, "", null), who);
  }

  private UUID step(UUID file, UUID goal, int days, SignedIn who) {
    return steps()
        .add(
            file,
            goal,
            new CareStep.Draft(new CareStep.Words(WHAT, "Dr Zlatni Golub"), in(days), who.user()),
            who);
  }

  @Test
  void aStepIsATaskWordsAreSealedAndStrangersSeeNothing() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID goal = goal(file, "housing", who);
    UUID first = step(file, goal, 3, who);
    UUID second = step(file, goal, 5, who);
    assertThat(tasks(file, who))
        .extracting(CaseTasks.Task::title, CaseTasks.Task::kind)
        .contains(org.assertj.core.groups.Tuple.tuple(WHAT, "care_step"));
    assertThat(
            house
                .get(Dues.class)
                .mine(
                    who,
                    Duration.ofDays(9),
                    true,
                    10,
                    house.get(Languages.class).texts(new Language("en"))))
        .extracting(DueThing::words)
        .contains(WHAT)
        .hasSize(2);
    // a step completed as a task is completed in the plan
    house.get(CaseTasks.class).done(file, tasks(file, who).get(0).id(), who);
    assertThat(steps().find(file, first, who).done()).isNotNull();
    steps().done(file, second, who);
    assertThat(tasks(file, who)).isEmpty();
    assertThat(new InClear(house).columns("Golub")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> plans().of(file, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> step(file, goal, 3, stranger)).isInstanceOf(NotFound.class);
    UUID other = SomeCase.in("RS").open(house, who);
    assertThatThrownBy(() -> step(other, goal, 3, who)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> steps().done(other, second, who)).isInstanceOf(NotFound.class);
  }

  @Test
  void aGoalEndsAfterItsStepsAndADroppedStepIsNoLongerATask() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID goal = goal(file, "legal", who);
    UUID step = step(file, goal, 3, who);
    assertThatThrownBy(() -> plans().end(file, goal, "reached", "", who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> steps().drop(file, step, " ", who)).isInstanceOf(Refused.class);
    steps().move(file, step, in(9), who.user(), who);
    assertThat(tasks(file, who).get(0).due()).isEqualTo(steps().find(file, step, who).due());
    steps().drop(file, step, "The house Zlatni Golub is full", who);
    assertThat(tasks(file, who)).isEmpty();
    assertThatThrownBy(() -> steps().done(file, step, who)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> plans().end(file, goal, "dropped", "", who))
        .isInstanceOf(Refused.class);
    plans().end(file, goal, "dropped", "Zlatni Golub has closed", who);
    plans().end(file, goal, "reached", "", who);
    Goal ended = plans().goal(file, goal, who);
    assertThat(Objects.requireNonNull(ended.end()).outcome())
        .as("the second end changes nothing")
        .isEqualTo("dropped");
    assertThat(Objects.requireNonNull(ended.steps().get(0).dropped()).reason()).contains("full");
    assertThatThrownBy(() -> step(file, goal, 3, who)).isInstanceOf(Refused.class);
    assertThat(plans().count(file, who)).isZero();
    assertThat(new InClear(house).columns("Golub")).isEmpty();
  }

  @Test
  void doneAndDroppedAtOnceIsOneOfThem() throws Exception {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    UUID goal = goal(file, "legal", who);
    for (int i = 0; i < 5; i++) {
      UUID step = step(file, goal, 3, who);
      CompletableFuture<Boolean> done = tried(() -> steps().done(file, step, who));
      CompletableFuture<Boolean> dropped = tried(() -> steps().drop(file, step, "Full", who));
      assertThat(done.get() || dropped.get()).isTrue();
      CareStep after = steps().find(file, step, who);
      assertThat(after.done() != null ^ after.dropped() != null).isTrue();
      assertThat(dropped.get()).isEqualTo(after.dropped() != null);
    }
    assertThat(tasks(file, who)).isEmpty();
  }

  static CompletableFuture<Boolean> tried(Runnable act) {
    Supplier<Boolean> tried =
        () -> {
          try {
            act.run();
            return true;
          } catch (Refused | NotFound | org.springframework.dao.DataAccessException e) {
            return false;
          }
        };
    return CompletableFuture.supplyAsync(tried);
  }

  @Test
  void needsAreProposedAndBecomeGoalsByAClickAlone() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    Proposals proposals = house.get(Proposals.class);
    assertThat(proposals.of(file, who).assessment()).isNull();
    Instant now = house.clock().instant();
    new SomeAssessment().needs("housing", "legal").handIn(house, file, who, now.minusSeconds(60));
    assertThat(proposals.of(file, who).needs()).containsExactly("housing", "legal");
    assertThat(plans().of(file, who).goals()).isEmpty();
    assertThat(proposals.accept(file, List.of("housing", "money"), who)).isEqualTo(1);
    assertThat(proposals.accept(file, List.of("housing"), who)).as("once is enough").isZero();
    assertThat(proposals.of(file, who).needs()).containsExactly("legal");
    UUID goal = plans().of(file, who).goals().get(0).id();
    plans().end(file, goal, "reached", "", who);
    assertThat(proposals.of(file, who).needs()).as("met since").containsExactly("legal");
    new SomeAssessment().needs("housing").handIn(house, file, who, now.plusSeconds(60));
    assertThat(proposals.of(file, who).needs()).as("found again").containsExactly("housing");
  }

  @Test
  void aPlanIsMadeOnItsPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("RS").open(house, who);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + file + "/care";
    assertThat(browser.get(at).body()).contains("No goal yet", "Assess the needs");
    new SomeAssessment()
        .needs("housing", "legal")
        .handIn(house, file, who, house.clock().instant().minusSeconds(60));
    assertThat(browser.get(at).body()).contains("Make them goals");
    assertThat(browser.post(at + "/proposed", "need", "legal").location()).isEqualTo(at);
    browser.get(at + "/goals/new");
    assertThat(browser.post(at + "/goals", "need", "housing", "what", "Call the house").status())
        .as("a step without a day")
        .isEqualTo(422);
    for (String begun : List.of("due", "who_else")) {
      browser.get(at + "/goals/new");
      Browser.Answer unnamed =
          browser.post(
              at + "/goals", "need", "housing", begun, begun.equals("due") ? "2099-01-01" : "Ana");
      assertThat(unnamed.status()).as(begun).isEqualTo(422);
      assertThat(unnamed.body()).contains("href=\"#what\"");
    }
    browser.get(at + "/goals/new");
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    String soon = today.plusDays(2).toString();
    assertThat(
            browser
                .post(at + "/goals", "need", "housing", "what", "Call the house", "due", soon)
                .location())
        .isEqualTo(at);
    String page = browser.get(at).body();
    assertThat(page)
        .contains("Call the house", "Legal aid", "Housing")
        .contains("/protect/catalogue?case=" + file + "&amp;need=housing");
    String step = found(page, at + "/steps/[0-9a-f-]{36}");
    assertThat(browser.get("/").body()).contains("Call the house", "href=\"" + at + "\"");
    browser.get(step);
    assertThat(browser.post(step + "/move", "due", today.minusDays(2).toString()).status())
        .isEqualTo(422);
    browser.get(step);
    assertThat(browser.post(step + "/move", "due", today.plusDays(4).toString()).location())
        .isEqualTo(at);
    browser.get(at);
    browser.post(step + "/done");
    assertThat(browser.get(at).body()).contains("done");
    assertThat(browser.get(step).status()).as("nothing to change any more").isEqualTo(404);
    String goal = found(browser.get(at).body(), at + "/goals/[0-9a-f-]{36}");
    browser.get(goal + "/end");
    assertThat(browser.post(goal + "/end", "outcome", "dropped").status()).isEqualTo(422);
    browser.get(goal + "/end");
    browser.post(goal + "/end", "outcome", "reached");
    browser.get(at + "/review");
    browser.post(
        at + "/reviews",
        "on",
        today.toString(),
        "took_part",
        "yes",
        "next",
        today.plusDays(30).toString());
    assertThat(browser.get(at).body()).contains("with the person", "1 goal reached");
    assertThat(browser.get("/protect/cases/" + file + "/history").body())
        .contains("Care plan, new goal: Legal aid", "The care plan was reviewed");
    String compared = "/protect/cases/" + file + "/assessments";
    assertThat(browser.get(compared).body()).contains("Only one assessment");
    new SomeAssessment().needs("legal").handIn(house, file, who);
    assertThat(browser.get(compared).body()).contains("no longer named: Housing");
    Browser stranger = Member.of(house, Role.CASE_MANAGER).browser();
    for (String path : Arrays.asList(at, at + "/review", goal + "/end", compared)) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
  }

  private static String found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow().group();
  }
}
