package org.passerelle.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.ClosingReasons;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.htcds.ExportRequest;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.storage.House;

/** Random acts on an organisation's own cases: team, closing, erasure, export. */
final class CaseHands {
  private final House house;
  private final HandsWorld world;
  private final Judge judge;
  private final Random random;

  CaseHands(House house, HandsWorld world, Judge judge, Random random) {
    this.house = house;
    this.world = world;
    this.judge = judge;
    this.random = random;
  }

  void closeToNamed() {
    HandsWorld.File file = world.any(random, world.files);
    boolean close = random.nextInt(3) > 0;
    CaseTeam team = house.get(CaseTeam.class);
    if (close) {
      team.closeToNamed(file.id(), true, file.manager());
      judge.sight().closed(file.id());
    } else {
      judge.sight().opening(file.id(), () -> team.closeToNamed(file.id(), false, file.manager()));
    }
    judge.did(close ? "closed to named" : "opened to the organisation");
  }

  void team() {
    HandsWorld.File file = world.any(random, world.files);
    List<SignedIn> all = new ArrayList<>(file.organisation().managers());
    all.addAll(file.organisation().supervisors());
    SignedIn colleague = world.any(random, all);
    if (random.nextBoolean()) {
      CaseTeam team = house.get(CaseTeam.class);
      judge.sight().opening(file.id(), () -> team.add(file.id(), colleague.user(), file.manager()));
      judge.did("joined");
    } else {
      house.get(CaseTeam.class).remove(file.id(), colleague.user(), file.manager());
      judge.did("left");
    }
  }

  void readCase() {
    HandsWorld.File file = world.any(random, world.files);
    SignedIn supervisor = world.any(random, file.organisation().supervisors());
    boolean wasMember = world.onTeam(file, supervisor);
    long began = judge.now();
    Case read = house.get(Cases.class).read(file.id(), supervisor);
    if (judge.isErased(read.id(), began)) {
      judge.broke("case %s was read after its erasure".formatted(read.id()));
    }
    // one who was on the team may have left it since
    if (!wasMember
        && !world.onTeam(file, supervisor)
        && judge.sight().isClosedSince(file.id(), began)) {
      judge.broke("case %s is closed to named and a supervisor read it".formatted(file.id()));
    }
    judge.did("read");
  }

  void closeCase() {
    HandsWorld.File file = world.any(random, world.files);
    if (random.nextBoolean()) {
      house
          .get(CaseStates.class)
          .close(file.id(), world.any(random, ClosingReasons.ALL), file.manager());
      judge.did("closing");
    } else {
      house.get(CaseStates.class).reopen(file.id(), file.manager());
      judge.did("reopening");
    }
  }

  void decide() {
    SignedIn supervisor = world.any(random, world.any(random, world.organisations).supervisors());
    Approvals approvals = house.get(Approvals.class);
    List<ApprovalRequest> waiting = approvals.toDecide(supervisor);
    if (!waiting.isEmpty()) {
      ApprovalRequest request = world.any(random, waiting);
      if (random.nextInt(3) > 0) {
        approvals.approve(supervisor, request.id(), "");
        judge.did("approval");
      } else {
        approvals.decline(supervisor, request.id(), "Not now");
        judge.did("no approval");
      }
    }
  }

  void erase() {
    HandsWorld.File file = world.any(random, world.files);
    SignedIn officer = file.organisation().officers().get(0);
    SignedIn second = file.organisation().officers().get(1);
    Erasures erasures = house.get(Erasures.class);
    Erasures.Subject subject = erasures.of(file.id(), officer);
    erasures.erase(subject.person(), file.organisation().id(), "request", officer.user(), second);
    judge.ended(file.id());
    judge.did("erasure");
  }

  void export() {
    HandsWorld.File one = world.any(random, world.files);
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
                    new ExportRequest("csv", "own_figures", "Yearly figures", List.of("case")),
                    mine,
                    one.manager())
                .work());
    judge.did(work.isPresent() ? "export" : "export by two");
  }
}
