package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joint teams that the reader sees. A prosecutor names colleagues and leaves for their
 * organisation; a team that fewer than two organisations are on ends at once. Safe for concurrent
 * use.
 */
@Service
public class JointTeams {
  /** How far ahead a team may last. */
  public static final int YEARS = 10;

  private final JointTeamRows rows;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final Bringing bringing;
  private final JointAmendments amendments;
  private final JointPeople people;
  private final JointPost post;
  private final Clock clock;

  JointTeams(
      JointTeamRows rows,
      JointTeamSight sight,
      JointRecord records,
      Bringing bringing,
      JointAmendments amendments,
      JointPeople people,
      JointPost post,
      Clock clock) {
    this.rows = rows;
    this.sight = sight;
    this.records = records;
    this.bringing = bringing;
    this.amendments = amendments;
    this.people = people;
    this.post = post;
    this.clock = clock;
  }

  /** Latest end first; each is logged as read. */
  @Transactional
  public List<JointTeam> all(SignedIn who) {
    List<JointTeam> all = sight.all(who);
    all.forEach(one -> records.log(one, "joint.read", who));
    return all;
  }

  /**
   * Opens one; the access is logged.
   *
   * @throws NotFound if it does not exist for this reader
   */
  @Transactional
  public JointTeam open(UUID id, SignedIn who) {
    JointTeam team = sight.find(id, who);
    records.log(team, "joint.read", who);
    return team;
  }

  /** Who is on the team, by organisation. */
  @Transactional(readOnly = true)
  public Map<UUID, List<UUID>> people(JointTeam team) {
    return people.of(team);
  }

  /** Numbers of the investigations that were brought. */
  @Transactional(readOnly = true)
  public Map<UUID, String> numbers(JointTeam team) {
    return people.numbers(team);
  }

  /** Colleagues of the reader whom a prosecutor can name. */
  @Transactional(readOnly = true)
  public List<UUID> nameable(JointTeam team, SignedIn who) {
    Collection<UUID> already = people.of(team).getOrDefault(who.organisation(), List.of());
    return who.is(Role.PROSECUTOR)
        ? team.party(who.organisation()).stream()
            .flatMap(party -> bringing.colleagues(own(party), who).stream())
            .filter(one -> !already.contains(one))
            .toList()
        : List.of();
  }

  private static UUID own(JointTeam.Party party) {
    return Objects.requireNonNull(party.investigation());
  }

  /**
   * Names a colleague, who then sees the joint team.
   *
   * @throws Refused if the colleague is not on the team of the investigation
   */
  @Transactional
  public void name(UUID id, UUID colleague, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (!bringing
        .colleagues(own(team.party(who.organisation()).orElseThrow()), who)
        .contains(colleague)) {
      throw new Refused("joint.refused.colleague").at("colleague");
    }
    if (rows.join(id, colleague, who)) {
      records.write(team, "joint.member", who);
    }
  }

  /** Takes a colleague off whom somebody named; repeating it changes nothing. */
  @Transactional
  public void takeOff(UUID id, UUID colleague, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (rows.leave(id, colleague, who.organisation())) {
      records.write(team, "joint.member-removed", who);
    }
  }

  /**
   * Leaves for the user's organisation; a team that is not made up of two any more ends today.
   *
   * @param reason never empty; the others read it
   */
  @Transactional
  public void leave(UUID id, String reason, SignedIn who) {
    JointTeam team = sight.led(id, who);
    bringing.protects(
        own(team.party(who.organisation()).orElseThrow()), new JointTeam.Reason(reason), who);
    if (!rows.part(team, "signed", "left", reason, who)) {
      throw new NotFound();
    }
    records.write(team, "joint.left", who);
    post.left(team, reason, who);
    JointTeam rest = rows.find(id).orElseThrow();
    if (!rest.agreed()) {
      LocalDate today = Days.newest(clock.instant());
      if (rows.end(id, today)) {
        records.write(team, "joint.ended", who);
      }
    } else {
      amendments.settle(rest, who);
    }
  }
}
