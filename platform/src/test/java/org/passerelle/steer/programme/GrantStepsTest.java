package org.passerelle.steer.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.programme.GrantSteps.What.ACCEPTANCE;
import static org.passerelle.steer.programme.GrantSteps.What.ANSWER;
import static org.passerelle.steer.programme.GrantSteps.What.RENEWAL;
import static org.passerelle.steer.programme.GrantSteps.What.REPORT;
import static org.passerelle.steer.programme.GrantSteps.What.REPORT_AGAIN;
import static org.passerelle.steer.programme.GrantSteps.What.TRANCHE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** From application to renewal: what is due, and what is overdue. */
class GrantStepsTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 6, 15);

  private static GrantSteps steps(Map<String, Object> content) {
    Entry grant = new Entry(Kinds.shipped().find("grant").orElseThrow(), "g", 1, content);
    return GrantSteps.of(grant, new Facts(List.of(grant)), TODAY);
  }

  private static List<GrantSteps.What> what(GrantSteps steps) {
    return steps.due().stream().map(GrantSteps.Due::what).toList();
  }

  @Test
  void anApplicationWaitsForAnAnswer() {
    GrantSteps steps = steps(Map.of("state", "application", "applied", "2020-05-01"));
    assertThat(what(steps)).containsExactly(ANSWER);
    assertThat(steps.reached()).containsExactly("application");
    assertThat(steps.isOverdue()).isFalse();
  }

  @Test
  void unpaidTranchesAndTheReportAreDueAndOverdueOnlyOnceTheirTimeHasPassed() {
    GrantSteps steps =
        steps(
            Map.of(
                "state",
                "running",
                "end",
                "2020-12-31",
                "tranches",
                List.of(
                    Map.of("number", 1, "due", "2020-01-15", "paid", "2020-01-20"),
                    Map.of("number", 2, "due", "2020-06"),
                    Map.of("number", 3, "due", "2020-05"),
                    Map.of("number", 4))));
    assertThat(what(steps)).containsExactly(TRANCHE, TRANCHE, TRANCHE, REPORT);
    assertThat(steps.due().get(0).subject()).isEqualTo("3");
    assertThat(steps.due().get(0).overdue()).isTrue();
    assertThat(steps.due().stream().filter(GrantSteps.Due::overdue)).hasSize(1);
    assertThat(steps.due().get(3).overdue()).isFalse();
    assertThat(steps(Map.of("state", "running", "end", "2019")).isOverdue()).isTrue();
  }

  @Test
  void reportsAreAcceptedOrComeAgainAndThenRenewalIsDecided() {
    assertThat(
            what(
                steps(
                    Map.of(
                        "state",
                        "running",
                        "reports",
                        List.of(
                            Map.of("period", "2019", "state", "returned"),
                            Map.of(
                                "period",
                                "2019-06",
                                "state",
                                "received",
                                "received",
                                "2020-06-01"))))))
        .containsExactly(REPORT_AGAIN, ACCEPTANCE);
    assertThat(
            what(
                steps(
                    Map.of(
                        "state",
                        "reported",
                        "reports",
                        List.of(Map.of("period", "2019", "state", "accepted"))))))
        .containsExactly(RENEWAL);
  }

  @Test
  void whatIsClosedOrNotKnownIsNotDue() {
    assertThat(steps(Map.of("state", "closed")).due()).isEmpty();
    assertThat(steps(Map.of("state", "refused")).reached()).containsExactly("refused");
    assertThat(steps(Map.of()).reached()).isEmpty();
    assertThat(steps(Map.of()).due()).isEmpty();
  }
}
