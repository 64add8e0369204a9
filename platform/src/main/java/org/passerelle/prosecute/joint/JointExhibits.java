package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exhibits that organisations of a joint team let each other read. A prosecutor shares one of the
 * investigation that was brought and ends it again; with the team, or once either side has left, it
 * ends by itself. Safe for concurrent use.
 */
@Service
public class JointExhibits {
  private final ShareRows rows;
  private final Exhibits exhibits;
  private final SharedExhibits shared;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final InvestigationRecord texts;
  private final Bringing bringing;
  private final Clock clock;

  JointExhibits(
      ShareRows rows,
      Exhibits exhibits,
      SharedExhibits shared,
      JointTeamSight sight,
      JointRecord records,
      InvestigationRecord texts,
      Bringing bringing,
      Clock clock) {
    this.rows = rows;
    this.exhibits = exhibits;
    this.shared = shared;
    this.sight = sight;
    this.records = records;
    this.texts = texts;
    this.bringing = bringing;
    this.clock = clock;
  }

  /** An exhibit, and the organisation that shares it. */
  public record Line(UUID office, Exhibit exhibit) {}

  /** By number; nothing once the team is over. The caller has opened the team, which is logged. */
  @Transactional(readOnly = true)
  public List<Line> of(UUID id, SignedIn who) {
    JointTeam team = sight.find(id, who);
    if (team.over(clock.instant()) || !team.agreed()) {
      return List.of();
    }
    Map<UUID, UUID> offices =
        rows.of(id).stream()
            .filter(
                one -> team.party(one.organisation()).filter(JointTeam.Party::signed).isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    ShareRows.Share::exhibit, ShareRows.Share::organisation));
    return shared.of(List.copyOf(offices.keySet())).stream()
        .map(one -> new Line(Objects.requireNonNull(offices.get(one.id())), one))
        .toList();
  }

  /** Exhibits of the reader's investigation that can be shared. */
  @Transactional(readOnly = true)
  public List<Exhibit> shareable(UUID id, SignedIn who) {
    JointTeam team = sight.find(id, who);
    if (team.far().isPresent()) {
      return List.of();
    }
    Map<UUID, ShareRows.Share> already =
        rows.of(id).stream()
            .collect(Collectors.toUnmodifiableMap(ShareRows.Share::exhibit, Function.identity()));
    return exhibits.of(brought(team, who), who).stream()
        .filter(Exhibit::held)
        .filter(one -> !already.containsKey(one.id()))
        .toList();
  }

  private static UUID brought(JointTeam team, SignedIn who) {
    return Objects.requireNonNull(
        team.party(who.organisation()).orElseThrow(NotFound::new).investigation());
  }

  /**
   * Shares an exhibit; sharing it twice changes nothing.
   *
   * @throws NotFound if it is not of the investigation that the user's organisation brings
   * @throws Refused if the team is over or not agreed yet, it was not taken in, or it or its
   *     description reveals somebody who is protected, or a shelter
   */
  @Transactional
  public void share(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (!team.agreed()) {
      throw new Refused("joint.refused.not-agreed");
    }
    if (team.far().isPresent()) {
      throw new Refused("joint.refused.far");
    }
    UUID investigation = brought(team, who);
    Exhibit one = exhibits.find(investigation, exhibit, who);
    if (!one.held()) {
      throw new Refused("joint.refused.not-held").at("exhibit");
    }
    reveals(team, one, who);
    if (rows.share(id, exhibit, who)) {
      records.write(team, "joint.shared", who);
    }
  }

  private void reveals(JointTeam team, Exhibit one, SignedIn who) {
    bringing
        .revealed(one, who)
        .ifPresent(
            person -> {
              throw new Refused("joint.refused.protected", person).at("exhibit");
            });
    try {
      texts.check(one.words().texts(), team.organisations());
    } catch (Refused named) {
      throw new Refused("placement.refused.shelter").at("exhibit");
    }
  }

  /** Ends sharing; who holds the exhibit goes on holding it. Repeating it changes nothing. */
  @Transactional
  public void end(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (rows.end(id, exhibit, who)) {
      records.write(team, "joint.unshared", who);
    }
  }
}
