package org.passerelle.protect.casework.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Intervals of follow-ups. */
class PaceTest {
  private static final LocalDate END = LocalDate.of(2026, 1, 31);

  @Test
  void afterTheWorkHasEndedItIsAMonthThreeSixAndTwelve() {
    assertThat(all("closure"))
        .containsExactly(
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2026, 4, 30),
            LocalDate.of(2026, 7, 31),
            LocalDate.of(2027, 1, 31));
  }

  @Test
  void afterAReturnTheFirstIsWithinAWeekAndAfterAServiceWithinTwo() {
    assertThat(all("return")).startsWith(END.plusDays(7)).hasSize(5);
    assertThat(all("service")).startsWith(END.plusDays(14)).hasSize(2);
    assertThat(all("other")).isEmpty();
  }

  /** A late visit does not postpone the next one, and none is planned in the past. */
  @Property(tries = 500)
  void theNextOneIsLaterThanTheLastAndKeepsItsDay(@ForAll @IntRange(max = 900) int late) {
    for (String reason : FollowUp.REASONS) {
      Optional<LocalDate> next = Pace.next(reason, END, END.plusDays(late));
      next.ifPresent(day -> assertThat(day).isAfter(END.plusDays(late)).isIn(all(reason)));
    }
  }

  private static List<LocalDate> all(String reason) {
    List<LocalDate> days = new ArrayList<>();
    Optional<LocalDate> next = Pace.next(reason, END, END);
    while (next.isPresent()) {
      days.add(next.get());
      next = Pace.next(reason, END, next.get());
    }
    return days;
  }
}
