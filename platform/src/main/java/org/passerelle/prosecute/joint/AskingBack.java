package org.passerelle.prosecute.joint;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the office of another node for an exhibit of this one that it holds, so that its holder can
 * hand it to whoever asks. Whoever gave it can be handed it anyway.
 */
@Service
public class AskingBack {
  private final JointTeamSight sight;
  private final ShareRows shares;
  private final FarShares far;
  private final JointPost nodes;
  private final CustodyPost post;
  private final OfficerKeys keys;

  AskingBack(
      JointTeamSight sight,
      ShareRows shares,
      FarShares far,
      JointPost nodes,
      CustodyPost post,
      OfficerKeys keys) {
    this.sight = sight;
    this.shares = shares;
    this.far = far;
    this.nodes = nodes;
    this.post = post;
    this.keys = keys;
  }

  /**
   * Asks; the user's certificate goes to the other office. Also after the end of the team.
   *
   * @throws Refused if the user has no key, the other office does not hold it, or its node does not
   *     take that
   */
  @Transactional
  public void ask(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.heldAlsoAfter(id, who);
    if (!shares.has(id, exhibit) || !far.isThere(team, exhibit)) {
      throw new Refused("custody.refused.overtaken");
    }
    if (!nodes.reaches(team, JointMessages.GIVEN)) {
      throw new Refused("joint.refused.far");
    }
    post.asked(team, exhibit, keys.newest(who).id(), who);
  }
}
