package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.outbox.Outbox;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Tells the party of another node what happened here; nothing where all are of this node. The
 * caller has looked at the words.
 */
@Component
class JointPost {
  private static final List<String> OFFICES = List.of("prosecutor", "police", "border_police");
  private final Outbox outbox;
  private final PartyRows parties;
  private final InvestigationOutlines outlines;
  private final Addressees addressees;
  private final FarShareRows exhibits;

  JointPost(
      Outbox outbox,
      PartyRows parties,
      InvestigationOutlines outlines,
      Addressees addressees,
      FarShareRows exhibits) {
    this.outbox = outbox;
    this.parties = parties;
    this.outlines = outlines;
    this.addressees = addressees;
    this.exhibits = exhibits;
  }

  /** Offices of other nodes that take proposals. */
  List<UUID> reachable() {
    return OFFICES.stream()
        .flatMap(type -> addressees.ofType(type).stream())
        .filter(one -> one.active() && isFar(one.id()))
        .filter(one -> addressees.takes(one.id(), JointMessages.PROPOSED))
        .map(one -> one.id())
        .toList();
  }

  boolean isFar(UUID organisation) {
    return addressees.isFar(organisation);
  }

  /** Whether the party of another node, if there is one, takes messages of a kind. */
  boolean reaches(JointTeam team, String kind) {
    return team.far().filter(far -> !addressees.takes(far.organisation(), kind)).isEmpty();
  }

  /**
   * Tells what an organisation of this node did.
   *
   * @param sender the organisation
   */
  void tell(JointTeam team, String kind, Object message, UUID sender) {
    team.far().ifPresent(far -> put(team, kind, message, far.organisation(), sender));
  }

  private void tell(JointTeam team, String kind, Object message, SignedIn who) {
    tell(team, kind, message, who.organisation());
  }

  private UUID put(JointTeam team, String kind, Object message, UUID to, UUID sender) {
    return outbox.put(
        new Outbox.Outgoing(
            kind, 1, team.id(), sender, to, null, null, JointMessages.json(message)));
  }

  void proposed(JointTeam team, SignedIn who) {
    JointTeam.Words words = team.words();
    JointMessages.Proposed message =
        new JointMessages.Proposed(
            team.basis(),
            words.name(),
            words.reference(),
            words.provision(),
            words.purpose(),
            team.from().toString(),
            team.until().toString(),
            number(team, who));
    team.far()
        .map(JointTeam.Party::organisation)
        .ifPresent(
            far -> {
              UUID sent = put(team, JointMessages.PROPOSED, message, far, who.organisation());
              if (!parties.asked(team.id(), far, sent)) {
                throw new IllegalStateException(
                    "Joint team %s asks nobody elsewhere.%nMaybe its parties were not entered."
                        .formatted(team.id()));
              }
            });
  }

  private String number(JointTeam team, SignedIn who) {
    UUID brought =
        Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation());
    return Objects.requireNonNull(outlines.numbers(List.of(brought)).get(brought));
  }

  void signed(JointTeam team, SignedIn who) {
    tell(team, JointMessages.SIGNED, new JointMessages.Signed(number(team, who)), who);
  }

  void declined(JointTeam team, String reason, SignedIn who) {
    tell(team, JointMessages.DECLINED, new JointMessages.Parted(reason), who);
  }

  /**
   * Tells that it left.
   *
   * @throws Refused if it holds an exhibit of the other node, of which it would see nothing more
   */
  void left(JointTeam team, String reason, SignedIn who) {
    if (exhibits.of(team.id()).stream().anyMatch(one -> one.content().heldHere())) {
      throw new Refused("joint.refused.holds");
    }
    tell(team, JointMessages.LEFT, new JointMessages.Parted(reason), who);
  }

  void step(JointTeam team, JointStep step, SignedIn who) {
    tell(
        team,
        JointMessages.STEP,
        new JointMessages.Step(
            step.id(),
            step.number(),
            step.organisation().equals(who.organisation()) ? "sender" : "recipient",
            step.due().toString(),
            step.state(),
            step.words().what(),
            step.words().note()),
        who);
  }

  /** Tells what is said of a team to whoever was on it to its end. */
  void evaluated(JointTeam team, JointEvaluation said, SignedIn who) {
    if (team.far().filter(JointTeam.Party::signed).isPresent()
        && reaches(team, JointMessages.EVALUATED)) {
      JointEvaluation.Words words = said.words();
      tell(
          team,
          JointMessages.EVALUATED,
          new JointMessages.Evaluated(
              said.version(), words.worked(), words.obstacles(), said.results()),
          who);
    }
  }
}
