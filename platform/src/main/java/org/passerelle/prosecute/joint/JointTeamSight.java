package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Decides who sees a joint team, and is the only place that does: whoever is on the team of the
 * investigation that their organisation brings, as a prosecutor or named as a member, while the
 * organisation is a party. Prosecutors of an organisation that is invited read the agreement alone
 * (decision 0159). To everybody else it does not exist.
 */
@Component
class JointTeamSight {
  private final JointTeamRows rows;
  private final Investigations investigations;
  private final Clock clock;

  JointTeamSight(JointTeamRows rows, Investigations investigations, Clock clock) {
    this.rows = rows;
    this.investigations = investigations;
    this.clock = clock;
  }

  /** Teams that the reader sees, latest end first. */
  List<JointTeam> all(SignedIn who) {
    Set<UUID> own = investigations.numbers(true, who).keySet();
    return rows.all(rows.through(own)).stream().filter(one -> sees(one, own, who)).toList();
  }

  private static boolean sees(JointTeam team, Set<UUID> own, SignedIn who) {
    return who.is(Investigators.ROLES.toArray(Role[]::new))
        && team.party(who.organisation())
            .filter(JointTeam.Party::signed)
            .filter(one -> own.contains(Objects.requireNonNull(one.investigation())))
            .filter(one -> who.is(Role.PROSECUTOR) || one.members().contains(who.user()))
            .isPresent();
  }

  /**
   * A team that the reader sees.
   *
   * @throws NotFound otherwise
   */
  JointTeam find(UUID id, SignedIn who) {
    return rows.find(id)
        .filter(one -> sees(one, investigations.numbers(true, who).keySet(), who))
        .orElseThrow(NotFound::new);
  }

  /** Whether what an organisation shares is read by the others now. */
  boolean shares(JointTeam team, UUID organisation) {
    return team.shares(organisation, clock.instant());
  }

  /**
   * The same for a change; others who change it wait until the transaction ends.
   *
   * @throws Refused if the team is over
   */
  JointTeam held(UUID id, SignedIn who) {
    JointTeam team = heldAlsoAfter(id, who);
    needsToGoOn(team);
    return team;
  }

  /** The same for what can be done after the end, too. */
  JointTeam heldAlsoAfter(UUID id, SignedIn who) {
    find(id, who);
    rows.hold(id);
    return find(id, who);
  }

  /** Whether nothing goes on any more. */
  boolean isOver(JointTeam team) {
    return team.over(clock.instant());
  }

  private void needsToGoOn(JointTeam team) {
    if (team.over(clock.instant())) {
      throw new Refused("joint.refused.over");
    }
  }

  /**
   * The same for what a prosecutor does after the end.
   *
   * @throws Refused if the team has not ended, or never came about
   */
  JointTeam ended(UUID id, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    JointTeam team = heldAlsoAfter(id, who);
    if (!team.over(clock.instant()) || !team.cameAbout()) {
      throw new Refused("joint.refused.not-over");
    }
    return team;
  }

  /** The same for what only a prosecutor does. */
  JointTeam led(UUID id, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    return held(id, who);
  }

  /** Invitations that the reader can answer. */
  List<JointTeam> invitations(SignedIn who) {
    if (!who.is(Role.PROSECUTOR)) {
      return List.of();
    }
    return rows.all(rows.inviting(who.organisation())).stream()
        .filter(one -> !one.over(clock.instant()))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is none for this reader
   */
  JointTeam invitation(UUID id, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    return invited(rows.find(id), who).orElseThrow(NotFound::new);
  }

  private Optional<JointTeam> invited(Optional<JointTeam> team, SignedIn who) {
    return team.filter(one -> !one.over(clock.instant()))
        .filter(
            one ->
                one.party(who.organisation())
                    .filter(party -> party.state().equals("invited"))
                    .isPresent());
  }

  /** The same to be answered; others who change the team wait until the transaction ends. */
  JointTeam answerable(UUID id, SignedIn who) {
    invitation(id, who);
    rows.hold(id);
    return invitation(id, who);
  }
}
