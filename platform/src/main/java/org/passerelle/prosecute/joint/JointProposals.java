package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New joint teams: a prosecutor proposes one from an investigation of theirs, to organisations of
 * this node or to one of another (decision 0181). Safe for concurrent use.
 */
@Service
public class JointProposals {
  private final JointTeamRows rows;
  private final PartyRows parties;
  private final JointRecord records;
  private final Bringing bringing;
  private final JointPost post;
  private final InvestigationOutlines outlines;
  private final Clock clock;

  JointProposals(
      JointTeamRows rows,
      PartyRows parties,
      JointRecord records,
      Bringing bringing,
      JointPost post,
      InvestigationOutlines outlines,
      Clock clock) {
    this.rows = rows;
    this.parties = parties;
    this.records = records;
    this.bringing = bringing;
    this.post = post;
    this.outlines = outlines;
    this.clock = clock;
  }

  /**
   * Organisations that can be invited: others that have investigations, and offices of other nodes.
   */
  @Transactional(readOnly = true)
  public List<UUID> invitable(SignedIn who) {
    return Stream.concat(
            outlines.organisations().stream().filter(one -> !one.equals(who.organisation())),
            post.reachable().stream())
        .toList();
  }

  /** Whether an organisation is on another node. */
  @Transactional(readOnly = true)
  public boolean isFar(UUID organisation) {
    return post.isFar(organisation);
  }

  /**
   * Proposes a team and signs for the user's organisation.
   *
   * @param invited organisations that are asked to sign, at least one
   * @throws Refused if nobody is invited, or several of whom one is of another node, the days are
   *     not in order, the investigation is closed, a colleague is not on its team, or a text names
   *     a shelter or somebody who is protected
   */
  @Transactional
  public UUID propose(
      JointTeam.Draft draft,
      UUID investigation,
      Set<UUID> colleagues,
      Set<UUID> invited,
      SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    if (invited.isEmpty() || !invitable(who).containsAll(invited)) {
      throw new Refused("joint.refused.nobody").at("organisations");
    }
    if (invited.size() > 1 && invited.stream().anyMatch(post::isFar)) {
      throw new Refused("joint.refused.one-far").at("organisations");
    }
    if (draft.until().isBefore(draft.from()) || Days.over(draft.until(), clock.instant())) {
      throw new Refused("joint.refused.until").at("until");
    }
    bringing.check(investigation, colleagues, who);
    bringing.protects(investigation, draft.words(), who);
    Set<UUID> all = new LinkedHashSet<>(invited);
    all.add(who.organisation());
    UUID id = rows.insert(draft, all, who);
    parties.enter(
        id, new JointTeam.Seat(who.organisation(), false), investigation, null, who.user());
    invited.forEach(
        one -> parties.enter(id, new JointTeam.Seat(one, post.isFar(one)), null, null, who.user()));
    colleagues.forEach(one -> rows.join(id, one, who));
    JointTeam team = rows.find(id).orElseThrow();
    records.write(team, "joint.proposed", who);
    post.proposed(team, who);
    return id;
  }
}
