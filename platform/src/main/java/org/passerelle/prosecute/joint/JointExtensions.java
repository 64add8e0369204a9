package org.passerelle.prosecute.joint;

import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Extensions of joint teams: one organisation proposes a later last day, and it counts once every
 * organisation on the team has signed. Otherwise the team ends on its day. Safe for concurrent use.
 */
@Service
public class JointExtensions {
  private final JointTeamRows rows;
  private final ExtensionRows extensions;
  private final JointTeamSight sight;
  private final JointRecord records;

  JointExtensions(
      JointTeamRows rows, ExtensionRows extensions, JointTeamSight sight, JointRecord records) {
    this.rows = rows;
    this.extensions = extensions;
    this.sight = sight;
    this.records = records;
  }

  /**
   * Proposes a later last day and signs it.
   *
   * @throws Refused if the team is not agreed yet, one is proposed already, or the day is not later
   */
  @Transactional
  public void propose(UUID id, LocalDate until, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (!team.agreed()) {
      throw new Refused("joint.refused.not-agreed");
    }
    if (team.proposed().isPresent()) {
      throw new Refused("joint.refused.proposed");
    }
    if (!until.isAfter(team.until())) {
      throw new Refused("joint.refused.later").at("until");
    }
    UUID extension = extensions.propose(team, until, who);
    extensions.sign(extension, who);
    records.write(team, "joint.extension", who);
  }

  /**
   * Signs the one that is proposed; signing twice changes nothing.
   *
   * @throws NotFound if none is
   */
  @Transactional
  public void sign(UUID id, UUID extension, SignedIn who) {
    JointTeam team = open(id, extension, who);
    if (extensions.sign(extension, who)) {
      records.write(team, "joint.extension-signed", who);
      settle(rows.find(id).orElseThrow(), who);
    }
  }

  /**
   * Refuses the one that is proposed, which then counts no more; another can be proposed.
   *
   * @throws NotFound if none is
   */
  @Transactional
  public void refuse(UUID id, UUID extension, SignedIn who) {
    JointTeam team = open(id, extension, who);
    if (extensions.settle(extension, "refused")) {
      records.write(team, "joint.extension-refused", who);
    }
  }

  private JointTeam open(UUID id, UUID extension, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (team.proposed().filter(one -> one.id().equals(extension)).isEmpty()) {
      throw new NotFound();
    }
    return team;
  }

  /** Extends the team if all who are on it have signed; the caller holds it. */
  void settle(JointTeam team, SignedIn who) {
    team.proposed()
        .filter(
            one ->
                team.signed().stream()
                    .allMatch(party -> one.signed().contains(party.organisation())))
        .filter(one -> extensions.settle(one.id(), "agreed"))
        .filter(one -> rows.extend(team.id(), one.until()))
        .ifPresent(one -> records.write(team, "joint.extended", who));
  }
}
