package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.language.Days;
import org.passerelle.prosecute.exhibit.CustodyTold;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
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
   * @throws Refused if it is offered to somebody, who may have signed already, or the other office
   *     holds it, which could not hand it back then
   */
  void end(JointTeam team, UUID exhibit, UUID sender) {
    if (team.far().isPresent()) {
      if (custody.isOffered(exhibit)) {
        throw new Refused("custody.refused.offered");
      }
      if (isThere(team, exhibit)) {
        throw new Refused("joint.refused.held-there");
      }
      JointMessages.Unshared message =
          new JointMessages.Unshared(exhibit, rows.tell(team.id(), exhibit));
      post.tell(team, JointMessages.UNSHARED, message, sender);
    }
  }

  /** Whether the office of the other node holds an exhibit of this one. */
  boolean isThere(JointTeam team, UUID exhibit) {
    return team.far()
        .filter(far -> custody.holder(exhibit).filter(far.organisation()::equals).isPresent())
        .isPresent();
  }

  /** Which exhibits of an investigation it holds. */
  Set<UUID> there(JointTeam team, UUID investigation) {
    return team.far().stream()
        .flatMap(
            far ->
                custody.holders(investigation).entrySet().stream()
                    .filter(one -> one.getValue().equals(far.organisation()))
                    .map(Map.Entry::getKey))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whoever reads an exhibit is told of each step; whoever took part in one also after the end. A
   * hand-over that somebody there signed goes first, so that they know it by both signatures.
   */
  @EventListener
  void on(CustodyTold.Grown grown) {
    UUID exhibit = grown.exhibit();
    CustodyTold.Last last = custody.last(exhibit);
    for (ShareRows.Reading shared : rows.told(exhibit)) {
      JointTeam team = shared.team();
      UUID far = team.far().map(JointTeam.Party::organisation).orElse(shared.organisation());
      if (last.handedOverBy(far) && !far.equals(shared.organisation())) {
        post.tell(
            team,
            JointMessages.ANSWERED,
            new JointMessages.Answered(exhibit, last.offer(), last.entry().line()),
            shared.organisation());
      }
      if (!shared.over() || last.concerns(far)) {
        tell(team, exhibit, shared.organisation());
      }
    }
  }
}
