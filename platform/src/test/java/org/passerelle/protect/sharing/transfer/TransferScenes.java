package org.passerelle.protect.sharing.transfer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;

/** A case, its lead, and another organisation that is to receive it, for tests of transfers. */
public final class TransferScenes {
  static final StatedBasis.Choice CONSENT = new StatedBasis.Choice("consent", "", null);
  private final House house;
  final ReferralScenes.Scene scene;
  private final SignedIn taker;

  TransferScenes(House house) {
    this(house, new ReferralScenes(house).scene("RS", "ngo", "RS", "ngo"));
  }

  public TransferScenes(House house, ReferralScenes.Scene scene) {
    this.house = house;
    this.scene = scene;
    this.taker = worker(Role.CASE_MANAGER);
  }

  /** A user of the receiving organisation who can lead a case. */
  SignedIn worker(Role role) {
    return Staff.signedIn(Staff.user(house, there(), role).user());
  }

  Transfers transfers() {
    return house.get(Transfers.class);
  }

  UUID caseId() {
    return scene.caseId();
  }

  /** The lead of the case. */
  SignedIn sender() {
    return scene.sender();
  }

  /** A case manager of the receiving organisation. */
  SignedIn taker() {
    return taker;
  }

  UUID there() {
    return scene.recipient().organisation();
  }

  SignedIn supervisorThere() {
    return worker(Role.SUPERVISOR);
  }

  /** The person consents to giving everything to the other organisation. */
  UUID consent() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            caseId(),
            new ConsentDraft(
                true,
                TransferBasis.PURPOSE,
                there(),
                TransferBasis.whole(),
                "adult",
                null,
                "sq",
                false,
                null,
                today,
                today.plusMonths(6),
                ""),
            sender());
  }

  public UUID proposed() {
    consent();
    return propose();
  }

  UUID propose() {
    return transfers()
        .propose(
            caseId(),
            new Transfer.Draft(there(), "psychological_care", "She moves to Nish on Friday"),
            CONSENT,
            sender());
  }

  UUID accepted() {
    UUID id = proposed();
    transfers().accept(id, taker().user(), taker());
    return id;
  }
}
