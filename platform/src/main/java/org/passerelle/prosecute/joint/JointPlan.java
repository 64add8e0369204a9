package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The operational action plan of a joint team. Every member adds steps; members of the responsible
 * organisation, and prosecutors of each, say what becomes of them. The party of another node is
 * told. Safe for concurrent use.
 */
@Service
public class JointPlan {
  private final PlanStepRows rows;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final Bringing bringing;
  private final JointPost post;

  JointPlan(
      PlanStepRows rows,
      JointTeamSight sight,
      JointRecord records,
      Bringing bringing,
      JointPost post) {
    this.rows = rows;
    this.sight = sight;
    this.records = records;
    this.bringing = bringing;
    this.post = post;
  }

  /** Those still to be done first, by day; the caller has opened the team, which is logged. */
  @Transactional(readOnly = true)
  public List<JointStep> of(UUID team, SignedIn who) {
    sight.find(team, who);
    return rows.of(team);
  }

  /**
   * One step.
   *
   * @throws NotFound if the team has no such step
   */
  @Transactional(readOnly = true)
  public JointStep find(UUID team, UUID step, SignedIn who) {
    return of(team, who).stream()
        .filter(one -> one.id().equals(step))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Whether somebody who sees a step may change it: members of the responsible organisation, and
   * prosecutors of each. Between two nodes the former only, so that two never change one at once.
   */
  public static boolean changes(JointTeam team, JointStep step, SignedIn who) {
    return step.organisation().equals(who.organisation())
        || (team.far().isEmpty() && who.is(Role.PROSECUTOR));
  }

  /**
   * Adds a step.
   *
   * @throws Refused if the team is over or not agreed yet, the organisation is not on it, or a text
   *     names a shelter or somebody who is protected
   */
  @Transactional
  public UUID add(UUID id, JointStep.Draft draft, SignedIn who) {
    JointTeam team = sight.held(id, who);
    check(team, draft, who);
    UUID step = rows.insert(team, draft, who);
    records.write(team, "joint.step", who);
    post.step(team, find(id, step, who), who);
    return step;
  }

  private void check(JointTeam team, JointStep.Draft draft, SignedIn who) {
    if (!team.agreed()) {
      throw new Refused("joint.refused.not-agreed");
    }
    if (team.party(draft.organisation()).filter(JointTeam.Party::signed).isEmpty()) {
      throw new Refused("joint.refused.party").at("organisation");
    }
    if (draft.state().equals("dropped") && draft.words().note().isBlank()) {
      throw new Refused("joint.refused.note").at("note");
    }
    UUID brought =
        Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation());
    bringing.protects(brought, draft.words(), who);
  }

  /**
   * Says what becomes of a step, moves its day or makes another organisation responsible.
   *
   * @param version as shown when the form was opened
   * @throws NotFound if another organisation is responsible and the user is no prosecutor
   * @throws ChangedMeanwhile if somebody saved in between
   */
  @Transactional
  public void change(UUID id, UUID step, JointStep.Draft draft, int version, SignedIn who) {
    JointTeam team = sight.held(id, who);
    JointStep before = find(id, step, who);
    if (!changes(team, before, who)) {
      throw new NotFound();
    }
    check(team, draft, who);
    if (!rows.change(team, step, draft, version, who)) {
      throw new ChangedMeanwhile(version, before.version());
    }
    records.write(team, "joint.step-changed", who);
    post.step(team, find(id, step, who), who);
  }
}
