package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Custody of an exhibit that the office of another node shares: asked for, taken or refused under a
 * signature. The chain is kept there; whoever signed here holds it once that node says so. Safe for
 * concurrent use.
 */
@Service
public class FarCustody {
  private static final int TITLE = 200;
  private final JointExhibits shared;
  private final FarCustodyRows rows;
  private final JointTeamSight sight;
  private final CustodyPost post;
  private final Bringing bringing;
  private final Exhibits exhibits;
  private final OfficerKeys keys;
  private final Clock clock;

  FarCustody(
      JointExhibits shared,
      FarCustodyRows rows,
      JointTeamSight sight,
      CustodyPost post,
      Bringing bringing,
      Exhibits exhibits,
      OfficerKeys keys,
      Clock clock) {
    this.shared = shared;
    this.rows = rows;
    this.sight = sight;
    this.post = post;
    this.bringing = bringing;
    this.exhibits = exhibits;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * How an exhibit stands for a reader.
   *
   * @param state {@code free}, {@code asked} by the reader, {@code offered} to them, {@code
   *     waiting} for the other node, {@code held} by this office, or {@code other} if it is another
   *     one or somebody else is offered it
   * @param words what the giver wrote; null if nothing is offered to the reader
   * @param investigation into which its file is taken here
   * @param copy exhibit as which it is; null if there is none yet
   */
  public record Standing(
      String state, @Nullable CustodyWords words, UUID investigation, @Nullable UUID copy) {}

  /** How one stands; the caller has opened it, which is logged. */
  @Transactional(readOnly = true)
  public Standing of(UUID id, FarExhibit exhibit, SignedIn who) {
    JointTeam team = sight.find(id, who);
    FarCustodyRows.Standing row = rows.of(id, exhibit.id()).orElse(null);
    String state = state(exhibit.content(), row, who);
    FarCustodyRows.Line line = row == null ? null : row.line();
    CustodyWords words = null;
    if (state.equals("offered") && line != null) {
      Statement said = CustodyEntry.read(line.line()).statement();
      words = new CustodyWords(said.place(), said.reason());
    }
    return new Standing(state, words, brought(team, who), row == null ? null : row.copy());
  }

  private static String state(
      FarExhibit.Content content, FarCustodyRows.@Nullable Standing row, SignedIn who) {
    if (content.holder().equals("recipient")) {
      return "held";
    }
    if (!content.holder().equals("sender")) {
      return "other";
    }
    if (row == null || content.tells(row.answer())) {
      return "free";
    }
    if (row.state().equals("signed")) {
      return "waiting";
    }
    if (row.user().equals(who.user())) {
      return row.state();
    }
    return row.state().equals("asked") ? "free" : "other";
  }

  private static UUID brought(JointTeam team, SignedIn who) {
    return Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation());
  }

  /**
   * Asks for custody: the user's certificate goes to the other office, which can offer it then.
   *
   * @throws Refused if the user has no key, the other node does not take that, or it is not there
   */
  @Transactional
  public void ask(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.held(id, who);
    Standing standing = of(id, shared.elsewhere(id, exhibit, who), who);
    if (!standing.state.equals("free") && !standing.state.equals("asked")) {
      throw new Refused("custody.refused.overtaken");
    }
    Signatory own = keys.newest(who);
    post.asked(team, exhibit, own.id(), who);
    rows.asks(id, exhibit, who.user());
  }

  /**
   * Takes what is offered to the user.
   *
   * @throws Refused if nothing is, or no longer
   */
  @Transactional
  public void take(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.held(id, who);
    Offer offer = offered(id, exhibit, who);
    answer(team, exhibit, offer, offer.takenBy(signatory(offer, who)), who);
  }

  /** Refuses it; the giver reads the reason. */
  @Transactional
  public void refuse(UUID id, UUID exhibit, String reason, SignedIn who) {
    JointTeam team = sight.held(id, who);
    Offer offer = offered(id, exhibit, who);
    bringing.protects(brought(team, who), new JointTeam.Reason(reason), who);
    bringing.unsheltered(team, new JointTeam.Reason(reason));
    answer(
        team, exhibit, offer, offer.refusedBy(signatory(offer, who), clock.instant(), reason), who);
  }

  private Offer offered(UUID id, UUID exhibit, SignedIn who) {
    Standing standing = of(id, shared.elsewhere(id, exhibit, who), who);
    FarCustodyRows.Line line =
        rows.of(id, exhibit)
            .filter(row -> standing.state.equals("offered"))
            .map(FarCustodyRows.Standing::line)
            .orElseThrow(() -> new Refused("custody.refused.no-offer"));
    return new Offer(CustodyEntry.read(line.line()));
  }

  private Signatory signatory(Offer offer, SignedIn who) {
    return keys.signatory(offer.statement().to(), who);
  }

  private void answer(
      JointTeam team, UUID exhibit, Offer offer, CustodyEntry answer, SignedIn who) {
    if (!rows.signed(team.id(), exhibit, answer.hash())) {
      throw new Refused("custody.refused.no-offer");
    }
    post.answered(team, exhibit, offer, answer, who);
  }

  /**
   * Describes the exhibit in the investigation of the reader's office, so that its file can be
   * uploaded there; only what measures the same is taken in.
   *
   * @return the exhibit, also if somebody did so before
   * @throws Refused if this office does not hold it
   */
  @Transactional
  public UUID copy(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.held(id, who);
    FarExhibit one = shared.elsewhere(id, exhibit, who);
    Standing standing = of(id, one, who);
    if (!standing.state.equals("held")) {
      throw new Refused("custody.refused.not-holder");
    }
    if (standing.copy != null) {
      return standing.copy;
    }
    FarExhibit.Content content = one.content();
    String title = content.number() + " " + content.title();
    UUID copy =
        exhibits.describe(
            brought(team, who),
            new Exhibit.Draft(
                content.kind(),
                new Exhibit.Words(
                    title.substring(0, Math.min(title.length(), TITLE)),
                    content.origin(),
                    content.seizure(),
                    content.seal(),
                    "")),
            who);
    if (!rows.copied(id, exhibit, copy)) {
      throw new Refused("custody.refused.overtaken");
    }
    return copy;
  }
}
