package org.passerelle.protect.casework.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The status of a claim follows from its steps alone, in whatever order they were entered. */
class ClaimStatusTest {
  private static final UUID SOMEBODY = new UUID(0, 1);
  private int made;

  private Step step(String kind, String on, @Nullable String amount) {
    made++;
    return new Step(
        new UUID(1, made),
        made,
        kind,
        LocalDate.parse(on),
        amount == null ? null : new BigDecimal(amount),
        kind.equals("paid") ? "offender" : null,
        new Step.Words("", ""),
        Instant.EPOCH.plusSeconds(made),
        SOMEBODY,
        null);
  }

  private static Step struck(Step s) {
    return new Step(
        s.id(),
        s.number(),
        s.kind(),
        s.on(),
        s.amount(),
        s.payer(),
        s.words(),
        s.at(),
        s.by(),
        Instant.EPOCH);
  }

  @Test
  void anAwardIsValidUntilReplacedAndPaymentsAddUp() {
    List<Step> steps = new ArrayList<>();
    assertThat(ClaimStatus.of(steps).state()).isEqualTo("prepared");
    steps.add(step("claimed", "2025-01-10", "20000.00"));
    assertThat(ClaimStatus.of(steps).state()).isEqualTo("claimed");
    steps.add(step("awarded", "2025-06-01", "12500.50"));
    assertThat(ClaimStatus.of(steps).state()).isEqualTo("awarded");
    steps.add(step("appealed", "2025-06-20", null));
    assertThat(ClaimStatus.of(steps).state()).isEqualTo("appealed");
    assertThat(ClaimStatus.of(steps).gap()).isEqualByComparingTo("12500.50");
    steps.add(step("appeal_awarded", "2025-12-01", "9000.00"));
    steps.add(step("paid", "2026-01-15", "2999.99"));
    ClaimStatus inPart = ClaimStatus.of(steps);
    assertThat(inPart.state()).isEqualTo("paid_in_part");
    assertThat(inPart.gap()).isEqualByComparingTo("6000.01");
    Step rest = step("paid", "2026-02-15", "6000.01");
    steps.add(rest);
    assertThat(ClaimStatus.of(steps).state()).isEqualTo("paid");
    assertThat(ClaimStatus.of(steps).gap()).isEqualByComparingTo("0");
    steps.set(steps.size() - 1, struck(rest));
    assertThat(ClaimStatus.of(steps)).isEqualTo(inPart);
  }

  @Test
  void anAppealThatIsDismissedLeavesWhatWasDecided() {
    List<Step> refused =
        List.of(
            step("refused", "2025-06-01", null),
            step("appealed", "2025-06-20", null),
            step("appeal_dismissed", "2025-12-01", null));
    assertThat(ClaimStatus.of(refused).state()).isEqualTo("refused");
    assertThat(ClaimStatus.next(refused)).contains("appealed").doesNotContain("paid");
    List<Step> awarded =
        List.of(
            step("awarded", "2025-06-01", "100"),
            step("appealed", "2025-06-20", null),
            step("appeal_dismissed", "2025-12-01", null));
    assertThat(ClaimStatus.of(awarded).gap()).isEqualByComparingTo("100");
  }

  @Test
  void whatCannotFollowIsNamed() {
    assertThat(ClaimStatus.outOfPlace(List.of(step("paid", "2025-01-01", "5"))))
        .map(Step::kind)
        .contains("paid");
    assertThat(ClaimStatus.outOfPlace(List.of(step("appealed", "2025-01-01", null)))).isPresent();
    Step award = step("awarded", "2025-03-01", "50");
    // entered first, although it happened later
    assertThat(ClaimStatus.outOfPlace(List.of(award, step("paid", "2025-02-01", "5")))).isPresent();
    assertThat(ClaimStatus.outOfPlace(List.of(award, step("paid", "2025-03-01", "5")))).isEmpty();
    assertThat(ClaimStatus.next(List.of(step("ended", "2025-01-01", null)))).isEmpty();
  }

  @Test
  void theOrderOfEnteringDoesNotMatter() {
    Random random = new Random(20_261_127);
    for (int round = 0; round < 300; round++) {
      List<Step> steps = new ArrayList<>();
      int many = 1 + random.nextInt(8);
      for (int i = 0; i < many; i++) {
        List<String> next = ClaimStatus.next(steps);
        if (next.isEmpty()) {
          break;
        }
        String kind = next.get(random.nextInt(next.size()));
        steps.add(
            step(
                kind,
                LocalDate.of(2025, 1, 1).plusDays(i).toString(),
                Step.WITH_AMOUNT.contains(kind) ? (1 + random.nextInt(900)) + ".25" : null));
        assertThat(ClaimStatus.outOfPlace(steps)).as("what is offered fits: %s", steps).isEmpty();
      }
      ClaimStatus ordered = ClaimStatus.of(steps);
      Collections.shuffle(steps, random);
      assertThat(ClaimStatus.of(steps)).isEqualTo(ordered);
      assertThat(ordered.gap()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }
  }
}
