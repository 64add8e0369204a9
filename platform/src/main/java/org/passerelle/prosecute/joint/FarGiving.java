package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands an exhibit of another node, which somebody here holds, back to its office or on to a
 * colleague. The holder signs an offer that follows the chain as it was told; the node of the
 * exhibit decides whether it stands, and tells whoever is offered it (decision 0170). Safe for
 * concurrent use.
 */
@Service
public class FarGiving {
  private final FarCustody custody;
  private final JointPeople people;
  private final FarGivenRows rows;
  private final JointTeamSight sight;
  private final CustodyPost post;
  private final Bringing bringing;
  private final OfficerKeys keys;
  private final Clock clock;

  FarGiving(
      FarCustody custody,
      JointPeople people,
      FarGivenRows rows,
      JointTeamSight sight,
      CustodyPost post,
      Bringing bringing,
      OfficerKeys keys,
      Clock clock) {
    this.custody = custody;
    this.people = people;
    this.rows = rows;
    this.sight = sight;
    this.post = post;
    this.bringing = bringing;
    this.keys = keys;
    this.clock = clock;
  }

  /** To whom the reader can hand it; nobody if they do not hold it. */
  @Transactional(readOnly = true)
  public List<UUID> takers(UUID id, UUID exhibit, FarCustody.Standing standing, SignedIn who) {
    String key = standing.key();
    return key == null
        ? List.of()
        : List.copyOf(people.takers(sight.find(id, who), exhibit, key).keySet());
  }

  /**
   * Offers it; the user holds it until it is taken and the other node says so. Also after the end
   * of the team, back to its office.
   *
   * @param to user
   * @throws Refused if the user does not hold it, their key has ended, something is offered
   *     already, the taker cannot take it, the other node does not take that, or the words name
   *     somebody who is protected, or a shelter
   */
  @Transactional
  public void offer(UUID id, UUID exhibit, UUID to, CustodyWords words, SignedIn who) {
    JointTeam team = sight.heldAlsoAfter(id, who);
    FarCustody.Opened opened = custody.open(id, exhibit, who);
    FarCustody.Standing standing = opened.standing();
    Signatory giver = giver(standing.key(), who);
    if (!standing.givable()) {
      throw new Refused("custody.refused.offered");
    }
    OfficerKey taker = people.takers(team, exhibit, giver.id()).get(to);
    if (taker == null) {
      throw new Refused("custody.refused.taker").at("to");
    }
    bringing.protects(standing.investigation(), words, who);
    bringing.unsheltered(team, words);
    Offer offer =
        Offer.signed(
            statement(opened.exhibit().content(), giver.id(), taker.certificateId(), words), giver);
    rows.give(id, exhibit, who.user(), to, offer);
    post.given(team, exhibit, offer, who);
  }

  private Signatory giver(@Nullable String key, SignedIn who) {
    if (key == null) {
      throw new Refused("custody.refused.not-holder");
    }
    return keys.signatory(key, who);
  }

  /** Follows the chain as it was told; of a longer one than is told, nobody here knows the end. */
  private Statement statement(
      FarExhibit.Content content, String from, String to, CustodyWords words) {
    if (content.chain().size() >= FarExhibit.MOST) {
      throw new Refused("joint.refused.far");
    }
    return new Statement(
        content.number(),
        content.chain().size() + 1L,
        content.head(),
        Act.HANDOVER,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        from,
        to,
        words.place(),
        words.reason(),
        null);
  }

  /**
   * Takes back what the user offers; it stands until the other node has said so, and whoever takes
   * it before holds it.
   *
   * @throws Refused if they offer nothing
   */
  @Transactional
  public void withdraw(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.heldAlsoAfter(id, who);
    FarGivenRows.Given given = custody.open(id, exhibit, who).standing().given();
    if (given == null || !rows.takeBack(id, exhibit, who.user())) {
      throw new Refused("custody.refused.no-offer");
    }
    post.takenBack(team, exhibit, given.offer(), who);
  }
}
