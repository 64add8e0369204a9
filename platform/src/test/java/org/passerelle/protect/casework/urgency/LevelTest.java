package org.passerelle.protect.casework.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource.Sign;

class LevelTest {
  private static final UUID FILE = new UUID(1, 1);
  private static final Instant MONDAY = Instant.parse("2026-04-06T08:00:00Z");

  @Test
  void nothingRecordedMeansOrdinaryUrgencyAndUnknownRisk() {
    assertThat(Level.of(List.of(), Optional.empty())).isEqualTo(Level.NONE);
  }

  @Test
  void theGravestSignCountsSinceItsOwnMoment() {
    Sign raised = sign(Urgency.RAISED, Risk.HIGH, 0);
    Sign high = sign(Urgency.HIGH, Risk.RAISED, 2);
    Level level = Level.of(List.of(raised, high), Optional.empty());
    assertThat(level).isEqualTo(new Level(Urgency.HIGH, Risk.HIGH, high.since()));
    assertThat(Level.of(List.of(high, raised), Optional.empty())).isEqualTo(level);
  }

  @Test
  void aJudgementHoldsAgainstWhatWasKnownAndNotAgainstWhatCameAfter() {
    Sign before = sign(Urgency.HIGH, Risk.HIGH, 0);
    Judgement calm = judged(Urgency.ORDINARY, Risk.LOW, 1);
    assertThat(Level.of(List.of(before), Optional.of(calm)))
        .isEqualTo(new Level(Urgency.ORDINARY, Risk.LOW, calm.at()));
    Sign after = sign(Urgency.RAISED, Risk.NOT_KNOWN, 3);
    assertThat(Level.of(List.of(before, after), Optional.of(calm)))
        .isEqualTo(new Level(Urgency.RAISED, Risk.LOW, after.since()));
    // a judgement graver than any sign is not lowered by a sign
    Judgement grave = judged(Urgency.HIGH, Risk.HIGH, 1);
    assertThat(Level.of(List.of(after), Optional.of(grave)))
        .isEqualTo(new Level(Urgency.HIGH, Risk.HIGH, grave.at()));
  }

  private static Sign sign(Urgency urgency, Risk risk, int days) {
    return new Sign(FILE, "missing", urgency, risk, MONDAY.plus(Duration.ofDays(days)));
  }

  private static Judgement judged(Urgency urgency, Risk risk, int days) {
    return new Judgement(
        FILE, urgency, risk, "Reason", MONDAY.plus(Duration.ofDays(days)), new UUID(2, 2));
  }
}
