package org.passerelle.prosecute.joint;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.signing.OfficerKey;
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
  private final JointExhibits shared;
  private final FarCustodyRows rows;
  private final FarGivenRows given;
  private final JointTeamSight sight;
  private final CustodyPost post;
  private final Bringing bringing;
  private final OfficerKeys keys;
  private final Clock clock;

  FarCustody(
      JointExhibits shared,
      FarCustodyRows rows,
      FarGivenRows given,
      JointTeamSight sight,
      CustodyPost post,
      Bringing bringing,
      OfficerKeys keys,
      Clock clock) {
    this.shared = shared;
    this.rows = rows;
    this.given = given;
    this.sight = sight;
    this.post = post;
    this.bringing = bringing;
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
   * @param key certificate by which the reader holds it; null if they do not
   * @param asked whether the reader has asked by a key that signs
   * @param renewed whether the reader's newest key is one by which they neither asked nor hold it
   * @param given what somebody of this office offers, until the other node has said what became of
   *     it; null if nothing is
   */
  public record Standing(
      String state,
      @Nullable CustodyWords words,
      UUID investigation,
      @Nullable UUID copy,
      @Nullable String key,
      boolean asked,
      boolean renewed,
      FarGivenRows.@Nullable Given given) {

    /** Whether the reader can ask for it, also once more by another key. */
    public boolean askable() {
      return switch (state) {
        case "free" -> true;
        case "asked" -> renewed;
        case "held" -> key == null ? !asked || renewed : renewed;
        default -> false;
      };
    }

    /** Whether what the reader asked for, or holds, is under an earlier key of theirs. */
    public boolean renews() {
      return renewed && askable() && (asked || key != null || state.equals("asked"));
    }

    /** Whether the reader can hand it back or on. */
    public boolean givable() {
      return state.equals("held") && key != null && given == null;
    }
  }

  /** An exhibit, and how it stands. */
  record Opened(FarExhibit exhibit, Standing standing) {}

  /** Opens one, which is logged. */
  Opened open(UUID id, UUID exhibit, SignedIn who) {
    FarExhibit one = shared.elsewhere(id, exhibit, who);
    return new Opened(one, of(id, one, who));
  }

  /** How one stands; the caller has opened it, which is logged. */
  @Transactional(readOnly = true)
  public Standing of(UUID id, FarExhibit exhibit, SignedIn who) {
    JointTeam team = sight.find(id, who);
    FarExhibit.Content content = exhibit.content();
    FarCustodyRows.Standing row = rows.of(id, exhibit.id()).orElse(null);
    Offer offer = pending(row, content).orElse(null);
    List<String> signing =
        keys.own(who).stream().filter(OfficerKey::usable).map(OfficerKey::certificateId).toList();
    List<String> asked = asked(id, exhibit.id(), who);
    String key =
        content.heldHere()
            ? given
                .holder(id, exhibit.id(), content.taking())
                .filter(one -> one.user().equals(who.user()))
                .map(FarGivenRows.Holder::certificate)
                .orElse(null)
            : null;
    boolean waits = asked.stream().anyMatch(signing::contains);
    String state =
        offer == null || row == null
            ? settled(content, !asked.isEmpty())
            : pending(row, content, who);
    return new Standing(
        state,
        offer != null && state.equals("offered") ? words(offer.statement()) : null,
        brought(team, who),
        row == null ? null : row.copy(),
        key,
        waits,
        signing.stream()
            .limit(1)
            .anyMatch(newest -> !asked.contains(newest) && !newest.equals(key)),
        given.given(id, exhibit.id()).filter(one -> one.follows(content)).orElse(null));
  }

  private static CustodyWords words(Statement said) {
    return new CustodyWords(said.place(), said.reason());
  }

  /** The offer that was made or answered here and of which the chain does not tell yet. */
  private static Optional<Offer> pending(
      FarCustodyRows.@Nullable Standing row, FarExhibit.Content content) {
    return Optional.ofNullable(row)
        .flatMap(one -> Optional.ofNullable(one.line()))
        .map(line -> new Offer(CustodyEntry.read(line.line())))
        .filter(offer -> offer.statement().previous().equals(content.head()));
  }

  /** Certificates by which the reader has asked. */
  private List<String> asked(UUID id, UUID exhibit, SignedIn who) {
    return given.takers(id, exhibit).stream()
        .filter(one -> one.user().equals(who.user()))
        .map(FarGivenRows.Taker::certificate)
        .toList();
  }

  private static String settled(FarExhibit.Content content, boolean asked) {
    if (content.heldHere()) {
      return "held";
    }
    if (!content.holder().equals("sender")) {
      return "other";
    }
    return asked ? "asked" : "free";
  }

  private static String pending(
      FarCustodyRows.Standing row, FarExhibit.Content content, SignedIn who) {
    if (row.state().equals("signed")) {
      return "waiting";
    }
    if (row.user().equals(who.user())) {
      return "offered";
    }
    return content.heldHere() ? "held" : "other";
  }

  private static UUID brought(JointTeam team, SignedIn who) {
    return Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation());
  }

  /**
   * Asks for custody: the user's certificate goes to the other office, and whoever holds the
   * exhibit can offer it to them then.
   *
   * @throws Refused if the user has no key, the other node does not take that, or it is not there
   */
  @Transactional
  public void ask(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.held(id, who);
    Standing standing = open(id, exhibit, who).standing;
    Signatory own = keys.newest(who);
    if (!standing.askable() && !standing.state.equals("asked")) {
      throw new Refused("custody.refused.overtaken");
    }
    post.asked(team, exhibit, own.id(), who);
    given.canTake(id, exhibit, own.id(), who.user(), false);
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
    Signatory taker = signatory(offer, who);
    CustodyEntry taken = offer.takenBy(taker);
    answer(team, exhibit, offer, taken, who);
    given.signed(id, exhibit, taken.hash(), new FarGivenRows.Holder(who.user(), taker.id()));
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
    Standing standing = open(id, exhibit, who).standing;
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
    given.answered(team.id(), exhibit, offer.statement().to());
    post.answered(team, exhibit, offer, answer, who);
  }
}
