package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;

/** An adult handed over to Albania on a consent, with the browsers of both sides. */
final class HandOverAbroad {
  final ReferralScenes.Scene scene;

  /** Leads the case of the sender. */
  final Member manager;

  final Member focalPoint;
  final SignedIn sender;
  final SignedIn recipient;
  final UUID id;
  private final House house;
  private final ReferralScenes referrals;
  private final HandOverScenes scenes;
  private final UUID basis;

  /** Sent, and arrived there. */
  HandOverAbroad(House house) {
    this.house = house;
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    manager = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = Staff.signedIn(manager.user());
    scene = referrals.scene(sender, "AL", "national_coordinator", ReferralScenes.file());
    focalPoint = Member.in(house, scene.recipient().organisation(), Role.FOCAL_POINT);
    recipient = Staff.signedIn(focalPoint.user());
    basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
  }

  HandOverAbroad accepted() {
    scenes.accepted(id, recipient);
    return this;
  }

  /** Accepted, and the person has set out. */
  HandOverAbroad departed() {
    accepted();
    scenes.departed(id, sender, recipient);
    return this;
  }

  List<SignedIn> sides() {
    return List.of(sender, recipient);
  }

  /** The consent is withdrawn; the recipient is told by the next delivery. */
  void withdraw() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, sender);
  }

  /** The consent is withdrawn, and the recipient has been told. */
  void withdrawn() {
    withdraw();
    referrals.deliver();
  }

  /** The sender takes it back; the recipient is told later. */
  void revoke() {
    house.get(Referrals.class).revoke(id, "The recipient is no safe place", sender);
  }
}
