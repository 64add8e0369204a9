package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.screening.OwnScreenings;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.withdrawal.RecallConfirmed;
import org.passerelle.protect.sharing.referral.withdrawal.TakenBack;
import org.passerelle.storage.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends a joint screening when its consent is withdrawn, its basis not upheld, the person erased, or
 * the desk ended. The other side's copy is deleted with its key in the transaction that receives
 * the message, and that is confirmed. A file opened from it remains; its team is told and decides.
 */
@Component
class JointEnds {
  private final JointRows rows;
  private final DeskRows desks;
  private final Vault vault;
  private final Disclosures disclosures;
  private final CaseJournal journal;
  private final OwnScreenings screenings;
  private final DeskPost post;
  private final Clock clock;

  JointEnds(
      JointRows rows,
      DeskRows desks,
      Vault vault,
      Disclosures disclosures,
      CaseJournal journal,
      OwnScreenings screenings,
      DeskPost post,
      Clock clock) {
    this.rows = rows;
    this.desks = desks;
    this.vault = vault;
    this.disclosures = disclosures;
    this.journal = journal;
    this.screenings = screenings;
    this.post = post;
    this.clock = clock;
  }

  /** The other side recalls it. */
  @EventListener
  void on(TakenBack back) {
    rows.find(back.about(), back.at())
        .filter(j -> !j.here() && isOther(j, back.by()))
        .ifPresent(j -> gone(j, "withdrawn"));
  }

  /** The other side confirmed the deletion. */
  @EventListener
  void on(RecallConfirmed confirmed) {
    rows.find(confirmed.about(), confirmed.at())
        .filter(j -> isOther(j, confirmed.by()))
        .ifPresent(j -> rows.confirmed(j.id(), j.organisation(), clock.instant()));
  }

  private boolean isOther(JointScreening jointScreening, UUID organisation) {
    return desks
        .find(jointScreening.desk(), jointScreening.organisation())
        .filter(d -> d.other().equals(organisation))
        .isPresent();
  }

  /** The desk ended. */
  @EventListener
  void on(DeskClosed closed) {
    rows.shared(closed.desk()).forEach(j -> gone(j, "ended"));
  }

  /**
   * A basis ended here, so that nothing based on it can be read at the desk any more. A withdrawn
   * consent notifies recipients itself; for a basis that was not upheld this is done here.
   */
  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID basis = happened.subject();
    boolean refused = happened.kind().equals("legal-ground.not-upheld");
    if (basis != null && (refused || happened.kind().equals("consent.withdrawn"))) {
      disclosures.onBasis(basis).stream()
          .filter(d -> d.fields().contains(Disclosures.SCREENED))
          .forEach(d -> ended(d, basis, refused));
    }
  }

  private void ended(Disclosures.Disclosure disclosure, UUID basis, boolean refused) {
    rows.find(disclosure.referral(), disclosure.organisation())
        .ifPresent(
            jointScreening -> {
              if (jointScreening.shared()) {
                gone(jointScreening, "withdrawn");
              }
              // also if a later revision ended earlier: the delivered one can still be read there
              if (refused && disclosure.state().equals("delivered")) {
                post.takeBack(
                    jointScreening.id(), disclosure.organisation(), disclosure.recipient(), basis);
              }
            });
  }

  /** A message was stopped because its basis was invalid or withdrawn, or delivery was given up. */
  @EventListener
  void on(MessageEnded ended) {
    if (ended.how().failed()) {
      disclosures
          .carriedBy(ended.message())
          .filter(d -> d.fields().contains(Disclosures.SCREENED))
          .ifPresent(this::stopped);
    }
  }

  /** A revision was not sent; an earlier one at the other side is recalled as well. */
  private void stopped(Disclosures.Disclosure disclosure) {
    rows.find(disclosure.referral(), disclosure.organisation())
        .filter(JointScreening::shared)
        .ifPresent(
            jointScreening -> {
              boolean arrived = disclosures.arrived(jointScreening.id());
              gone(jointScreening, arrived ? "withdrawn" : "stopped");
              if (arrived) {
                post.takeBack(
                    jointScreening.id(),
                    disclosure.organisation(),
                    disclosure.recipient(),
                    disclosure.basis());
              }
            });
  }

  private void gone(JointScreening jointScreening, String reason) {
    rows.gone(jointScreening, reason);
    if (!jointScreening.here()) {
      vault.destroyAtCommit(List.of(jointScreening.sealedUnder()));
      Optional.ofNullable(jointScreening.screening())
          .flatMap(own -> screenings.caseOf(own, jointScreening.organisation()))
          .ifPresent(
              file ->
                  journal.addByHouse(file, "consent.withdrawn-by-sender", "", jointScreening.id()));
    }
  }
}
