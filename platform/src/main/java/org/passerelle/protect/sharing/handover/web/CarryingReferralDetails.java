package org.passerelle.protect.sharing.handover.web;

import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.FilesSent;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.springframework.stereotype.Component;

/** Adds details of the carrying referral to the page of a hand-over. */
@Component
class CarryingReferralDetails {
  private final Acceptances acceptances;
  private final Referrals referrals;
  private final FilesSent sent;
  private final ReceivedFiles received;

  CarryingReferralDetails(
      Acceptances acceptances, Referrals referrals, FilesSent sent, ReceivedFiles received) {
    this.acceptances = acceptances;
    this.referrals = referrals;
    this.sent = sent;
    this.received = received;
  }

  /** Shows whether this side can revoke its acceptance, and how many enclosures have arrived. */
  void show(HandOver one, Act act) {
    act.with(
        "unaccepts",
        !one.sends()
            && one.open()
            && one.accepted()
            && acceptances.canTakeBack(one.id(), act.who()));
    if (one.sends()) {
      var files = sent.of(referrals.find(one.id(), act.who()), act.who());
      act.with("allFiles", files.size());
      act.with("arrivedFiles", (int) files.stream().filter(f -> f.way().isThere()).count());
    } else {
      var files = received.of(one.id(), act.who());
      act.with("allFiles", files.size());
      act.with("arrivedFiles", (int) files.stream().filter(StoredEnclosures.Came::isWhole).count());
    }
  }
}
