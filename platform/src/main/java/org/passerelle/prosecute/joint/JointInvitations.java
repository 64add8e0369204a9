package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations to joint teams, as a prosecutor of the invited organisation reads and answers them.
 * Safe for concurrent use.
 */
@Service
public class JointInvitations {
  private final JointTeamRows rows;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final Bringing bringing;
  private final JointPost post;

  JointInvitations(
      JointTeamRows rows,
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

  /** Those that nobody has answered; each is logged as read. */
  @Transactional
  public List<JointTeam> all(SignedIn who) {
    List<JointTeam> all = sight.invitations(who);
    all.forEach(one -> records.log(one, "joint.invitation-read", who));
    return all;
  }

  /**
   * One of them; the access is logged.
   *
   * @throws NotFound if it was answered, or is not for this reader
   */
  @Transactional
  public JointTeam open(UUID id, SignedIn who) {
    JointTeam team = sight.invitation(id, who);
    records.log(team, "joint.invitation-read", who);
    return team;
  }

  /** Investigations that the reader can bring, with their numbers. */
  @Transactional(readOnly = true)
  public Map<UUID, String> investigations(SignedIn who) {
    return bringing.investigations(who);
  }

  /** Investigators whom the reader can name, with the numbers of their investigations. */
  @Transactional(readOnly = true)
  public Map<UUID, String> colleagues(SignedIn who) {
    return bringing.colleagues(who);
  }

  /**
   * Signs the agreement.
   *
   * @param investigation which the organisation brings
   * @param colleagues investigators on its team; its prosecutors are members anyway
   * @throws Refused if the investigation is closed, or a colleague is not on its team
   */
  @Transactional
  public void sign(UUID id, UUID investigation, Set<UUID> colleagues, SignedIn who) {
    sight.answerable(id, who);
    bringing.check(investigation, colleagues, who);
    if (!rows.sign(id, investigation, who)) {
      throw new NotFound();
    }
    colleagues.forEach(one -> rows.join(id, one, who));
    JointTeam team = rows.find(id).orElseThrow();
    records.write(team, "joint.signed", who);
    post.signed(team, who);
  }

  /**
   * Declines.
   *
   * @param reason never empty; members of the team read it
   */
  @Transactional
  public void decline(UUID id, String reason, SignedIn who) {
    JointTeam team = sight.answerable(id, who);
    if (!rows.part(team, "invited", "declined", reason, who)) {
      throw new NotFound();
    }
    records.write(team, "joint.declined", who);
    post.declined(team, reason, who);
  }
}
