package org.passerelle.protect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseStates;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.ClosingReasons;
import org.passerelle.protect.consent.ConsentDraft;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.LegalGround;
import org.passerelle.protect.consent.LegalGrounds;
import org.passerelle.protect.erasure.Erasures;
import org.passerelle.protect.htcds.ExportWish;
import org.passerelle.protect.htcds.Exports;
import org.passerelle.protect.referral.ReceivedReferrals;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.Referrals;
import org.passerelle.storage.GoneMeanwhile;
import org.passerelle.storage.House;
import org.passerelle.storage.Vault;
import org.springframework.dao.PessimisticLockingFailureException;

/** One pair of hands: does at random what people of three organisations do. */
final class ManyHands {
  private static final List<String> FIELDS = List.of("known_as", "age", "gender");
  private final House house;
  private final HandsWorld world;
  private final Judge judge;
  private final Random random;

  ManyHands(House house, HandsWorld world, Judge judge, Random random) {
    this.house = house;
    this.world = world;
    this.judge = judge;
    this.random = random;
  }

  /** One act; the house may refuse it, but nothing else may go wrong. */
  void act() {
    int chosen = random.nextInt(20);
    try {
      switch (chosen) {
        case 0, 1 -> consent();
        case 2 -> ground();
        case 3, 4, 5 -> refer();
        case 6 -> revoke();
        case 7 -> withdraw();
        case 8 -> review();
        case 9, 10 -> answer();
        case 11, 12 -> openDossier();
        case 13 -> closeToNamed();
        case 14 -> team();
        case 15, 16 -> readCase();
        case 17 -> closeCase();
        case 18 -> decide();
        default -> rarely();
      }
    } catch (NotFound | Refused | Vault.KeyDestroyed refused) {
      // somebody else was first, or it is not theirs
    } catch (PessimisticLockingFailureException gaveWay) {
      // of two that waited for each other the database undid one; a page begins it again (OnceOnly)
      judge.did("gave way");
    } catch (RuntimeException fault) {
      if (GoneMeanwhile.is(fault)) {
        return; // erased while they wrote
      }
      judge.broke("act %d ended in %s".formatted(chosen, words(fault)));
    }
  }

  private static String words(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return fault.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private void consent() {
    HandsWorld.File file = any(world.files);
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

  private void ground() {
    HandsWorld.File file = any(world.files);
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

  private void refer() {
    if (world.bases.isEmpty()) {
      return;
    }
    HandsWorld.Basis basis = any(world.bases);
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

  private void revoke() {
    if (!world.sent.isEmpty()) {
      HandsWorld.Sent sent = any(world.sent);
      house.get(Referrals.class).revoke(sent.id(), sent.basis().file().manager());
      judge.ended(sent.id());
      judge.did("revocation");
    }
  }

  private void withdraw() {
    if (!world.bases.isEmpty()) {
      HandsWorld.Basis basis = any(world.bases);
      if (basis.consent()) {
        house.get(Consents.class).withdraw(basis.file().id(), basis.id(), basis.file().manager());
        judge.ended(basis.id());
        judge.did("withdrawal");
      }
    }
  }

  private void review() {
    if (!world.bases.isEmpty()) {
      HandsWorld.Basis basis = any(world.bases);
      if (!basis.consent()) {
        SignedIn supervisor = any(basis.file().organisation().supervisors());
        house.get(LegalGrounds.class).review(basis.id(), random.nextInt(3) > 0, supervisor);
        judge.did("review");
      }
    }
  }

  private void answer() {
    if (world.sent.isEmpty()) {
      return;
    }
    HandsWorld.Sent sent = any(world.sent);
    SignedIn who = any(sent.basis().recipient().managers());
    ReceivedReferrals received = house.get(ReceivedReferrals.class);
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        // said before, since others may look at it while it is taken up
        judge.accepted(sent.id());
        UUID own = received.accept(sent.id(), who);
        world.files.add(new HandsWorld.File(own, sent.basis().recipient(), who));
        judge.did("acceptance");
      }
      case 2 -> {
        received.decline(sent.id(), "no_place", who);
        judge.did("refusal");
      }
      default -> {
        received.acknowledge(sent.id(), who);
        judge.did("acknowledgement");
      }
    }
  }

  private void openDossier() {
    if (!world.sent.isEmpty()) {
      HandsWorld.Sent sent = any(world.sent);
      List<SignedIn> readers = new ArrayList<>(sent.basis().recipient().managers());
      readers.addAll(sent.basis().recipient().supervisors());
      long began = judge.now();
      if (house.get(ReceivedReferrals.class).dossier(sent.id(), any(readers)).isPresent()) {
        judge.opened(sent, began);
        judge.did("dossier");
      }
    }
  }

  private void closeToNamed() {
    HandsWorld.File file = any(world.files);
    boolean close = random.nextInt(3) > 0;
    if (!close) {
      judge.mayOpen(file.id());
    }
    house.get(CaseTeam.class).closeToNamed(file.id(), close, file.manager());
    if (close) {
      judge.closed(file.id());
    } else {
      judge.mayOpen(file.id());
    }
    judge.did(close ? "closed to named" : "opened to the organisation");
  }

  private void team() {
    HandsWorld.File file = any(world.files);
    List<SignedIn> all = new ArrayList<>(file.organisation().managers());
    all.addAll(file.organisation().supervisors());
    SignedIn colleague = any(all);
    if (random.nextBoolean()) {
      judge.mayOpen(file.id());
      house.get(CaseTeam.class).add(file.id(), colleague.user(), file.manager());
      judge.mayOpen(file.id());
      judge.did("joined");
    } else {
      house.get(CaseTeam.class).remove(file.id(), colleague.user(), file.manager());
      judge.did("left");
    }
  }

  private void readCase() {
    HandsWorld.File file = any(world.files);
    SignedIn supervisor = any(file.organisation().supervisors());
    long began = judge.now();
    Case read = house.get(Cases.class).read(file.id(), supervisor);
    if (judge.isErased(read.id(), began)) {
      judge.broke("case %s was read after its erasure".formatted(read.id()));
    }
    boolean member =
        house
                .db()
                .sql("select count(*) from case_member where case_id = :id and user_id = :user")
                .param("id", file.id())
                .param("user", supervisor.user())
                .query(Integer.class)
                .single()
            > 0;
    if (!member && judge.isClosedSince(file.id(), began)) {
      judge.broke("case %s is closed to named and a supervisor read it".formatted(file.id()));
    }
    judge.did("read");
  }

  private void closeCase() {
    HandsWorld.File file = any(world.files);
    if (random.nextBoolean()) {
      house.get(CaseStates.class).close(file.id(), any(ClosingReasons.ALL), file.manager());
      judge.did("closing");
    } else {
      house.get(CaseStates.class).reopen(file.id(), file.manager());
      judge.did("reopening");
    }
  }

  private void decide() {
    SignedIn supervisor = any(any(world.organisations).supervisors());
    Approvals approvals = house.get(Approvals.class);
    List<ApprovalRequest> waiting = approvals.toDecide(supervisor);
    if (!waiting.isEmpty()) {
      ApprovalRequest request = any(waiting);
      if (random.nextInt(3) > 0) {
        approvals.approve(supervisor, request.id(), "");
        judge.did("approval");
      } else {
        approvals.decline(supervisor, request.id(), "Not now");
        judge.did("no approval");
      }
    }
  }

  private void rarely() {
    switch (random.nextInt(8)) {
      case 0 -> erase();
      case 1, 2 -> export();
      case 3 -> {
        Deliveries deliveries = house.get(Deliveries.class);
        UUID recipient = world.organisations.get(1 + random.nextInt(2)).id();
        deliveries.hold(recipient, random.nextInt(3) == 0, any(world.files).manager());
        judge.did("hold");
      }
      default -> deliver();
    }
  }

  private void deliver() {
    Deliveries deliveries = house.get(Deliveries.class);
    world.organisations.forEach(o -> deliveries.hold(o.id(), false, any(world.files).manager()));
    long began = judge.now();
    deliveries.deliverDue();
    judge.delivered(began, deliveries.waiting());
    judge.did("delivery");
  }

  private void erase() {
    HandsWorld.File file = any(world.files);
    SignedIn officer = file.organisation().officers().get(0);
    SignedIn second = file.organisation().officers().get(1);
    Erasures erasures = house.get(Erasures.class);
    Erasures.Subject subject = erasures.of(file.id(), officer);
    erasures.erase(subject.person(), file.organisation().id(), "request", officer.user(), second);
    judge.ended(file.id());
    judge.did("erasure");
  }

  private void export() {
    HandsWorld.File one = any(world.files);
    List<UUID> mine =
        world.files.stream()
            .filter(f -> f.manager().equals(one.manager()))
            .map(HandsWorld.File::id)
            .limit(30)
            .toList();
    Optional<UUID> work =
        Optional.ofNullable(
            house
                .get(Exports.class)
                .ask(
                    new ExportWish("csv", "own_figures", "Yearly figures", List.of("case")),
                    mine,
                    one.manager())
                .work());
    judge.did(work.isPresent() ? "export" : "export by two");
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
