package org.passerelle.protect.sharing.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * A received referral, or anything else that cannot wait, for which people are notified until
 * somebody acts.
 *
 * @param kind {@code referral}, or the kind of a {@link
 *     org.passerelle.protect.casework.cases.CallSource}
 * @param handOver whether only focal points and supervisors may answer
 * @param step number of escalations; 0 for the person on duty
 */
public record DutyCall(
    String kind,
    UUID subject,
    UUID organisation,
    Urgency urgency,
    boolean handOver,
    Instant since,
    int step) {

  /** Waiting times before each escalation, by urgency. */
  private static List<Duration> patience(Urgency urgency) {
    return switch (urgency) {
      case HIGH -> List.of(Duration.ofMinutes(10), Duration.ofMinutes(20));
      case RAISED -> List.of(Duration.ofMinutes(30), Duration.ofMinutes(60));
      case ORDINARY -> List.of();
    };
  }

  /** Time of the next escalation if nobody has answered. */
  Optional<Instant> next() {
    List<Duration> steps = patience(urgency);
    return step < steps.size() ? Optional.of(since.plus(steps.get(step))) : Optional.empty();
  }

  DutyCall further() {
    return new DutyCall(kind, subject, organisation, urgency, handOver, since, step + 1);
  }
}
