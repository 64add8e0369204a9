package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.outbox.Received;
import org.springframework.stereotype.Component;

/** Of which team a message speaks, and whether its sender may. */
@Component
class FarTeams {
  private final JointTeamRows rows;
  private final Clock clock;

  FarTeams(JointTeamRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The team of a message, held, if it is one of these two organisations. */
  Optional<JointTeam> of(Received message) {
    UUID id = message.orderKey();
    return rows.hold(id)
        ? rows.find(id)
            .filter(team -> sits(team, message.sender(), true))
            .filter(team -> sits(team, message.recipient(), false))
        : Optional.empty();
  }

  private static boolean sits(JointTeam team, UUID organisation, boolean far) {
    return team.party(organisation).filter(one -> one.far() == far).isPresent();
  }

  /** The same of a team that is in force. */
  Optional<JointTeam> inForce(Received message) {
    return of(message).filter(team -> team.agreed() && goesOn(team));
  }

  /** Whether it has not ended. */
  boolean goesOn(JointTeam team) {
    return !team.over(clock.instant());
  }

  /** The newest day that has begun. */
  LocalDate today() {
    return Days.newest(clock.instant());
  }
}
