package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.prosecute.exhibit.CustodyTold;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.refusal.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the office of another node of exhibits that are shared with it: what they are and their
 * custody, again with each step of it, and the end of sharing. The caller has looked at the words.
 */
@Component
class FarShares {
  private final ShareRows rows;
  private final CustodyTold custody;
  private final JointPost post;

  FarShares(ShareRows rows, CustodyTold custody, JointPost post) {
    this.rows = rows;
    this.custody = custody;
    this.post = post;
  }

  /** Whether exhibits can be shared with all of a team: older nodes do not take them. */
  boolean reach(JointTeam team) {
    return post.reaches(team, JointMessages.SHARED);
  }

  /** Tells what an exhibit is and who held it; nothing where all are of this node. */
  void tell(JointTeam team, UUID exhibit, UUID sender) {
    if (team.far().isPresent()) {
      FarExhibit.Content content = content(custody.of(exhibit), team, sender);
      int revision = rows.tell(team.id(), exhibit);
      post.tell(
          team, JointMessages.SHARED, new JointMessages.Shared(exhibit, revision, content), sender);
    }
  }

  private static FarExhibit.Content content(CustodyTold.Told told, JointTeam team, UUID sender) {
    Exhibit one = told.exhibit();
    Exhibit.Words words = one.words();
    Exhibit.Taken taken = one.needsTaken();
    List<FarExhibit.Step> chain =
        told.steps().stream()
            .limit(FarExhibit.MOST)
            .map(
                step ->
                    new FarExhibit.Step(
                        step.act(),
                        Days.newest(step.at()).toString(),
                        office(step.organisation(), team, sender),
                        step.hash()))
            .toList();
    return new FarExhibit.Content(
        one.number(),
        one.kind(),
        words.title(),
        words.origin(),
        words.seizure(),
        words.seal(),
        taken.mediaType(),
        taken.digests().size(),
        taken.digests().sha256(),
        taken.digests().sha512(),
        Days.newest(taken.at()).toString(),
        chain);
  }

  /** Who else on this node held it through another team is nobody's business there. */
  private static String office(UUID organisation, JointTeam team, UUID sender) {
    if (organisation.equals(sender)) {
      return "sender";
    }
    return team.far().filter(far -> far.organisation().equals(organisation)).isPresent()
        ? "recipient"
        : "other";
  }

  /**
   * Holds an exhibit whose sharing will end, so that nobody offers it meanwhile; before the share
   * is changed, in the order of whoever lengthens its chain and then tells of it.
   */
  void hold(JointTeam team, UUID exhibit) {
    if (team.far().isPresent() && rows.has(team.id(), exhibit)) {
      custody.hold(exhibit);
    }
  }

  /**
   * Tells that an exhibit, which the caller holds, is shared no more.
   *
   * @throws Refused if it is offered to somebody, who may have signed already
   */
  void end(JointTeam team, UUID exhibit, UUID sender) {
    if (team.far().isPresent()) {
      if (custody.isOffered(exhibit)) {
        throw new Refused("custody.refused.offered");
      }
      JointMessages.Unshared message =
          new JointMessages.Unshared(exhibit, rows.tell(team.id(), exhibit));
      post.tell(team, JointMessages.UNSHARED, message, sender);
    }
  }

  @EventListener
  void on(CustodyTold.Grown grown) {
    for (ShareRows.Reading reading : rows.reading(grown.exhibit())) {
      tell(reading.team(), grown.exhibit(), reading.organisation());
    }
  }
}
