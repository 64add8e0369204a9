package org.passerelle.prosecute.joint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amendments of agreements: one organisation proposes a later last day, or another organisation,
 * and it counts once every organisation on the team has signed. One waits at a time; what nobody
 * signs lapses with the team (decision 0180). Safe for concurrent use.
 */
@Service
public class JointAmendments {
  private final JointTeamRows rows;
  private final PartyRows parties;
  private final AmendmentRows amendments;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final Newcomers newcomers;

  JointAmendments(
      JointTeamRows rows,
      PartyRows parties,
      AmendmentRows amendments,
      JointTeamSight sight,
      JointRecord records,
      Newcomers newcomers) {
    this.rows = rows;
    this.parties = parties;
    this.amendments = amendments;
    this.sight = sight;
    this.records = records;
    this.newcomers = newcomers;
  }

  /**
   * Proposes a later last day and signs it.
   *
   * @throws Refused if the team is not agreed yet, one is proposed already, or the day is not later
   */
  @Transactional
  public void extend(UUID id, LocalDate until, SignedIn who) {
    JointTeam team = amendable(id, who);
    if (!until.isAfter(team.until())) {
      throw new Refused("joint.refused.later").at("until");
    }
    if (amendments.sign(amendments.propose(team, until, null, who), who)) {
      records.write(team, "joint.extension", who);
    }
  }

  private JointTeam amendable(UUID id, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (!team.agreed()) {
      throw new Refused("joint.refused.not-agreed");
    }
    if (team.far().isPresent()) {
      throw new Refused("joint.refused.far");
    }
    if (team.proposed().isPresent()) {
      throw new Refused("joint.refused.proposed");
    }
    return team;
  }

  /** Organisations whose accession a prosecutor of the team can propose. */
  @Transactional(readOnly = true)
  public List<UUID> askable(JointTeam team, SignedIn who) {
    return who.is(Role.PROSECUTOR) && team.far().isEmpty() ? newcomers.askable(team) : List.of();
  }

  /**
   * Proposes the accession of another organisation and signs it. The organisation learns nothing
   * before all have signed; then it is invited, and signs or declines as others did.
   *
   * @throws Refused if the team is not agreed yet, one is proposed already, the organisation cannot
   *     be asked, or something that it would read names a shelter or somebody who is protected
   */
  @Transactional
  public void accede(UUID id, UUID newcomer, SignedIn who) {
    JointTeam team = amendable(id, who);
    if (!newcomers.askable(team).contains(newcomer)) {
      throw new Refused("joint.refused.newcomer").at("newcomer");
    }
    newcomers.check(team, newcomer, who);
    if (amendments.sign(amendments.propose(team, null, newcomer, who), who)) {
      records.write(team, "joint.accession", who);
    }
  }

  /**
   * Signs the one that is proposed; signing twice changes nothing.
   *
   * @throws NotFound if none is
   * @throws Refused if a newcomer would read what names a shelter or somebody who is protected
   */
  @Transactional
  public void sign(UUID id, UUID amendment, SignedIn who) {
    JointTeam team = sight.led(id, who);
    JointTeam.Amendment one = proposed(team, amendment);
    UUID newcomer = one.newcomer();
    if (newcomer != null) {
      newcomers.check(team, newcomer, who);
    }
    if (amendments.sign(amendment, who)) {
      records.write(
          team, newcomer == null ? "joint.extension-signed" : "joint.accession-signed", who);
      settle(rows.find(id).orElseThrow(), who);
    }
  }

  /**
   * Refuses the one that is proposed, which then counts no more; another can be proposed.
   *
   * @throws NotFound if none is
   */
  @Transactional
  public void refuse(UUID id, UUID amendment, SignedIn who) {
    JointTeam team = sight.led(id, who);
    JointTeam.Amendment one = proposed(team, amendment);
    if (amendments.settle(amendment, "refused")) {
      records.write(
          team,
          one.newcomer() == null ? "joint.extension-refused" : "joint.accession-refused",
          who);
    }
  }

  private static JointTeam.Amendment proposed(JointTeam team, UUID amendment) {
    return team.proposed().filter(one -> one.id().equals(amendment)).orElseThrow(NotFound::new);
  }

  /** Lets an amendment count that all who are on the team have signed; the caller holds it. */
  void settle(JointTeam team, SignedIn who) {
    team.proposed()
        .filter(
            one ->
                team.signed().stream()
                    .allMatch(party -> one.signed().contains(party.organisation())))
        .filter(one -> amendments.settle(one.id(), "agreed"))
        .ifPresent(one -> counts(team, one, who));
  }

  private void counts(JointTeam team, JointTeam.Amendment one, SignedIn who) {
    UUID newcomer = one.newcomer();
    if (newcomer == null) {
      if (rows.extend(team.id(), Objects.requireNonNull(one.until()))) {
        records.write(team, "joint.extended", who);
      }
      return;
    }
    if (!parties.askAgain(team.id(), newcomer, who)) {
      parties.enter(team.id(), new JointTeam.Seat(newcomer, false), null, null, who.user());
    }
    records.write(team, "joint.invited", who);
  }
}
