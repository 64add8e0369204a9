package org.passerelle.prosecute.joint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.KeptElsewhere;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exhibits of other nodes in the reader's joint teams, for the list of custody. */
@Component
class JointKept implements KeptElsewhere {
  private final JointTeamSight sight;
  private final FarShareRows shares;
  private final FarCustodyRows rows;
  private final FarGivenRows given;
  private final FarCustody custody;
  private final OfficerKeys keys;
  private final JointRecord records;

  JointKept(
      JointTeamSight sight,
      FarShareRows shares,
      FarCustodyRows rows,
      FarGivenRows given,
      FarCustody custody,
      OfficerKeys keys,
      JointRecord records) {
    this.sight = sight;
    this.shares = shares;
    this.rows = rows;
    this.given = given;
    this.custody = custody;
    this.keys = keys;
    this.records = records;
  }

  @Override
  @Transactional
  public List<Kept> of(SignedIn who) {
    List<JointTeam> teams = sight.all(who).stream().filter(team -> team.far().isPresent()).toList();
    Set<UUID> waiting =
        rows.waiting(teams.stream().map(JointTeam::id).toList(), who.user()).stream()
            .map(FarCustodyRows.Offered::exhibit)
            .collect(Collectors.toUnmodifiableSet());
    return teams.stream()
        .flatMap(team -> of(team, waiting, who))
        .sorted(Comparator.comparing(Kept::number))
        .toList();
  }

  private Stream<Kept> of(JointTeam team, Set<UUID> waiting, SignedIn who) {
    records.log(team, "joint.read", who);
    return shares.of(team.id()).stream()
        .filter(
            one ->
                one.content().heldHere()
                    || (waiting.contains(one.id()) && sight.shares(team, one.office())))
        .map(one -> kept(team, one, who));
  }

  private Kept kept(JointTeam team, FarExhibit one, SignedIn who) {
    Optional<FarGivenRows.Holder> holder =
        one.content().heldHere()
            ? given.holder(team.id(), one.id(), one.content().taking())
            : Optional.empty();
    return new Kept(
        one.content().number(),
        team.called(),
        JointDues.HERE + "/" + team.id() + "/exhibits/" + one.id(),
        custody.of(team.id(), one, who).state().equals("offered"),
        holder.map(FarGivenRows.Holder::user).orElse(null),
        holder
            .flatMap(by -> keys.of(by.certificate(), by.user()))
            .filter(OfficerKey::usable)
            .isPresent());
  }
}
