package org.passerelle.protect.casework.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A plan is reviewed while its case is open; only the task of the latest review is kept. */
@OnBothDatabases
@Tag("slow")
class CareReviewsTest {
  @Parameter House house;

  private CarePlans plans() {
    return house.get(CarePlans.class);
  }

  private List<CaseTasks.Task> tasks(UUID file, SignedIn who) {
    return house.get(CaseTasks.class).openTasks(file, who);
  }

  @Test
  void aReviewTakesTheOldTaskAwayAndSetsTheNext() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    plans().review(file, review(today.minusDays(1), today.plusDays(30)), who);
    plans().review(file, review(today, today.plusDays(60)), who);
    assertThat(tasks(file, who)).extracting(CaseTasks.Task::kind).containsExactly("care_review");
    assertThat(plans().of(file, who).nextReview()).isEqualTo(today.plusDays(60));
    assertThatThrownBy(() -> plans().review(file, review(today, today), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> plans().review(file, review(today.plusDays(9), today.plusDays(20)), who))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aReviewThatIsEnteredLateLeavesTheTaskOfALaterOne() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    plans().review(file, review(today, today.plusDays(60)), who);
    List<CaseTasks.Task> before = tasks(file, who);
    plans().review(file, review(today.minusDays(20), today.plusDays(10)), who);
    assertThat(tasks(file, who)).isEqualTo(before).hasSize(1);
    assertThat(plans().of(file, who).nextReview()).isEqualTo(today.plusDays(60));
  }

  @Test
  void twoReviewsAtOnceLeaveOneTask() throws Exception {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    for (int i = 0; i < 5; i++) {
      UUID file = SomeCase.in("RS").open(house, who);
      CareReview.Draft draft = review(today, today.plusDays(60));
      CompletableFuture<Boolean> one = CarePlansTest.tried(() -> plans().review(file, draft, who));
      CompletableFuture<Boolean> other =
          CarePlansTest.tried(() -> plans().review(file, draft, who));
      assertThat(one.get() && other.get()).isTrue();
      assertThat(tasks(file, who)).hasSize(1);
    }
  }

  @Test
  void aClosedCaseIsNotReviewed() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    house.get(CaseStates.class).close(file, "other", who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    assertThatThrownBy(() -> plans().review(file, review(today, today.plusDays(60)), who))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.key()).isEqualTo("cases.refused.closed"));
  }

  private CareReview.Draft review(LocalDate on, LocalDate next) {
    return new CareReview.Draft(
        on, "yes", next, next.atTime(18, 0).toInstant(ZoneOffset.UTC), "Review", "Agreed");
  }
}
