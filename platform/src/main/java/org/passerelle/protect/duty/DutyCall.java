package org.passerelle.protect.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.Urgency;

/**
 * A referral that came in and that somebody is called for until it is answered.
 *
 * @param handOver whether only focal points and supervisors answer it
 * @param step how often more people were called than before; 0 for whoever is on duty
 */
record DutyCall(
    UUID referral, UUID organisation, Urgency urgency, boolean handOver, Instant since, int step) {

  /** After how long without an answer more people are called, by urgency. */
  private static List<Duration> patience(Urgency urgency) {
    return switch (urgency) {
      case HIGH -> List.of(Duration.ofMinutes(10), Duration.ofMinutes(20));
      case RAISED -> List.of(Duration.ofMinutes(30), Duration.ofMinutes(60));
      case ORDINARY -> List.of();
    };
  }

  /** When the next ones are called if nobody has answered by then. */
  Optional<Instant> next() {
    List<Duration> steps = patience(urgency);
    return step < steps.size() ? Optional.of(since.plus(steps.get(step))) : Optional.empty();
  }

  DutyCall further() {
    return new DutyCall(referral, organisation, urgency, handOver, since, step + 1);
  }
}
