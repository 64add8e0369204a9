package org.passerelle.protect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;

/** Random acts between organisations: bases, referrals and their answers. */
final class ExchangeHands {
  private static final List<String> FIELDS = List.of("known_as", "age", "gender");
  private final House house;
  private final HandsWorld world;
  private final Judge judge;
  private final Random random;

  ExchangeHands(House house, HandsWorld world, Judge judge, Random random) {
    this.house = house;
    this.world = world;
    this.judge = judge;
    this.random = random;
  }

  void consent() {
    HandsWorld.File file = world.any(random, world.files);
    HandsWorld.Organisation to = world.organisations.get(1 + random.nextInt(2));
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    UUID id =
        house
            .get(Consents.class)
            .record(
                file.id(),
                new ConsentDraft(
                    true,
                    "assistance",
                    to.id(),
                    Set.of("identity", "case"),
                    "adult",
                    null,
                    "sq",
                    false,
                    null,
                    today,
                    today.plusMonths(6),
                    ""),
                file.manager());
    world.bases.add(new HandsWorld.Basis(id, file, to, true));
    judge.did("consent");
  }

  void ground() {
    HandsWorld.File file = world.any(random, world.files);
    HandsWorld.Organisation to = world.organisations.get(1 + random.nextInt(2));
    UUID id =
        house
            .get(LegalGrounds.class)
            .record(
                file.id(),
                new LegalGround.Draft(
                    "vital_interests",
                    "assistance",
                    to.id(),
                    null,
                    null,
                    "Not breathing well",
                    Set.of("case", "identity")),
                file.manager());
    world.bases.add(new HandsWorld.Basis(id, file, to, false));
    judge.did("ground");
  }

  void refer() {
    if (world.bases.isEmpty()) {
      return;
    }
    HandsWorld.Basis basis = world.any(random, world.bases);
    if (basis.recipient().equals(world.letterbox)) {
      return; // what goes there is handed over: AbroadHands
    }
    Referrals referrals = house.get(Referrals.class);
    SignedIn who = basis.file().manager();
    long began = judge.now();
    UUID id =
        referrals.draft(
            basis.file().id(),
            new Referral.Draft(
                basis.recipient().id(),
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                "Please see her"),
            who);
    world.sent.add(new HandsWorld.Sent(id, basis));
    referrals.choose(id, FIELDS, basis.id(), who);
    referrals.send(id, who);
    if (judge.isErased(basis.file().id(), began)) {
      judge.broke("a case was referred after its erasure: " + basis.file().id());
    }
    judge.did("referral");
  }

  void revoke() {
    if (!world.sent.isEmpty()) {
      HandsWorld.Sent sent = world.any(random, world.sent);
      house
          .get(Referrals.class)
          .revoke(sent.id(), "It is no longer needed.", sent.basis().file().manager());
      judge.ended(sent.id());
      judge.did("revocation");
    }
  }

  void withdraw() {
    if (!world.bases.isEmpty()) {
      HandsWorld.Basis basis = world.any(random, world.bases);
      if (basis.consent()) {
        house.get(Consents.class).withdraw(basis.file().id(), basis.id(), basis.file().manager());
        judge.ended(basis.id());
        judge.did("withdrawal");
      }
    }
  }

  void review() {
    if (!world.bases.isEmpty()) {
      HandsWorld.Basis basis = world.any(random, world.bases);
      if (!basis.consent()) {
        SignedIn supervisor = world.any(random, basis.file().organisation().supervisors());
        house
            .get(LegalGrounds.class)
            .review(basis.id(), ReferralScenes.finding(random.nextInt(3) > 0), supervisor);
        judge.did("review");
      }
    }
  }

  void answer() {
    if (world.sent.isEmpty()) {
      return;
    }
    HandsWorld.Sent sent = world.any(random, world.sent);
    SignedIn who = world.any(random, sent.basis().recipient().managers());
    ReceivedReferrals received = house.get(ReceivedReferrals.class);
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        // recorded before, since others may look at it while it is being accepted
        judge.accepted(sent.id());
        UUID own = received.accept(sent.id(), who);
        world.files.add(new HandsWorld.File(own, sent.basis().recipient(), who));
        judge.did("acceptance");
      }
      case 2 -> {
        house.get(Declines.class).decline(sent.id(), "no_capacity", "Nobody is free.", who);
        judge.did("refusal");
      }
      default -> {
        house.get(WithdrawalAnswers.class).acknowledge(sent.id(), who);
        judge.did("acknowledgement");
      }
    }
  }

  void openDossier() {
    if (!world.sent.isEmpty()) {
      HandsWorld.Sent sent = world.any(random, world.sent);
      List<SignedIn> readers = new ArrayList<>(sent.basis().recipient().managers());
      readers.addAll(sent.basis().recipient().supervisors());
      long began = judge.now();
      if (house
          .get(ReceivedReferrals.class)
          .dossier(sent.id(), world.any(random, readers))
          .isPresent()) {
        judge.opened(sent, began);
        judge.did("dossier");
      }
    }
  }

  void deliver() {
    Deliveries deliveries = house.get(Deliveries.class);
    world.haltNobody();
    long began = judge.now();
    deliveries.deliverDue();
    judge.delivered(began, world.waiting());
    judge.did("delivery");
  }
}
