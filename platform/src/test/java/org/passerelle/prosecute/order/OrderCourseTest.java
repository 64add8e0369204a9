package org.passerelle.prosecute.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How an order stands follows from its steps, and a step from those before it. */
class OrderCourseTest {
  private static final BigDecimal HUNDRED = new BigDecimal("100.00");

  private static List<CourtOrder.Step> steps(String... said) {
    List<CourtOrder.Step> steps = new ArrayList<>();
    for (String one : said) {
      String[] parts = one.split(" ", -1);
      steps.add(
          new CourtOrder.Step(
              UUID.randomUUID(),
              steps.size() + 1,
              parts[0],
              LocalDate.of(2026, 1, 1).plusDays(steps.size()),
              parts.length > 1 ? new BigDecimal(parts[1]) : null,
              "",
              parts.length > 2));
    }
    return steps;
  }

  private static OrderCourse course(String... said) {
    assertThat(OrderCourse.outOfPlace(HUNDRED, steps(said))).isEmpty();
    return OrderCourse.of(HUNDRED, steps(said));
  }

  @Test
  void lawAndExecutionGoTheirOwnWays() {
    assertThat(course().standing()).isEqualTo("open");
    assertThat(course("appealed").standing()).isEqualTo("appealed");
    assertThat(course("appealed", "upheld", "final").standing()).isEqualTo("final");
    OrderCourse aside = course("executed_in_part 30", "appealed", "set_aside");
    assertThat(aside.standing()).isEqualTo("set_aside");
    assertThat(aside.next()).as("what was taken goes back").containsExactly("returned");
    assertThat(course("final", "executed").kept()).isEqualByComparingTo("100");
    assertThat(course("final", "executed_in_part 60", "executed_in_part 40").done())
        .isEqualTo("executed");
  }

  @Test
  void whatWasGivenBackIsNotKept() {
    OrderCourse course = course("executed_in_part 60", "returned 20");
    assertThat(course.done()).isEqualTo("returned");
    assertThat(course.kept()).isEqualByComparingTo("40");
    assertThat(course.next()).contains("returned").doesNotContain("executed");
    assertThat(course("executed", "returned 100").next()).doesNotContain("returned");
  }

  @Test
  void stepsThatCannotFollowAreFound() {
    for (String[] said :
        List.of(
            new String[] {"upheld"},
            new String[] {"final", "appealed"},
            new String[] {"appealed", "final"},
            new String[] {"returned 5"},
            new String[] {"executed", "executed_in_part 5"},
            new String[] {"appealed", "set_aside", "executed"})) {
      assertThat(OrderCourse.outOfPlace(HUNDRED, steps(said))).as(said[0]).contains("step");
    }
    for (String[] said :
        List.of(
            new String[] {"executed_in_part 101"},
            new String[] {"executed_in_part 60", "executed_in_part 41"},
            new String[] {"executed_in_part 60", "returned 61"})) {
      assertThat(OrderCourse.outOfPlace(HUNDRED, steps(said))).contains("too-much");
    }
  }

  /** Things have no amount, and what was struck out does not count. */
  @Test
  void thingsAndStruckSteps() {
    List<CourtOrder.Step> steps = steps("final", "executed", "returned");
    assertThat(OrderCourse.outOfPlace(null, steps)).isEmpty();
    assertThat(OrderCourse.of(null, steps).done()).isEqualTo("returned");
    assertThat(course("executed_in_part 60 struck", "executed_in_part 50").kept())
        .isEqualByComparingTo("50");
  }
}
