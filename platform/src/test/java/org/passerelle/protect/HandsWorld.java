package org.passerelle.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.cases.CaseStates;
import org.passerelle.protect.referral.ReferralScenes;
import org.passerelle.storage.House;

/** Three organisations with their staff, their cases, and what passes between them. */
final class HandsWorld {
  static final int CASES = 60;

  /** What a dossier says of the person, to be looked for where it must not stand any more. */
  static final String KNOWN_AS = "Lumi";

  final List<Organisation> organisations = new ArrayList<>();
  final List<File> files = new CopyOnWriteArrayList<>();
  final List<Sent> sent = new CopyOnWriteArrayList<>();
  final List<Basis> bases = new CopyOnWriteArrayList<>();
  private final House house;

  HandsWorld(House house) {
    this.house = house;
    for (int i = 0; i < 3; i++) {
      UUID id = Staff.organisation(house).id();
      organisations.add(
          new Organisation(
              id,
              List.of(person(id, Role.CASE_MANAGER), person(id, Role.CASE_MANAGER)),
              List.of(person(id, Role.SUPERVISOR), person(id, Role.SUPERVISOR)),
              List.of(
                  person(id, Role.DATA_PROTECTION_OFFICER),
                  person(id, Role.DATA_PROTECTION_OFFICER))));
    }
    Organisation first = organisations.get(0);
    house
        .get(Approvals.class)
        .choose(house.colleague(first.id, Role.SUPERVISOR), CaseStates.CLOSE, true);
    for (int i = 0; i < CASES; i++) {
      SignedIn manager = first.managers.get(i % 2);
      files.add(new File(open(manager), first, manager));
    }
  }

  private SignedIn person(UUID organisation, Role role) {
    return Staff.signedIn(Staff.user(house, organisation, role).user());
  }

  UUID open(SignedIn manager) {
    return ReferralScenes.file().safe("not_known").knownAs(KNOWN_AS).open(house, manager);
  }

  /** Lifts every halt: only what nobody halts waits for ever. */
  void haltNobody() {
    Deliveries deliveries = house.get(Deliveries.class);
    organisations.forEach(to -> deliveries.hold(to.id(), false, files.get(0).manager()));
  }

  /** How many messages wait for one of its organisations; other tests of this house have theirs. */
  int waiting() {
    return house
        .db()
        .sql(
            "select count(*) from outbox_message where state = 'queued' and recipient in (:organisations)")
        .param("organisations", organisations.stream().map(Organisation::id).toList())
        .query(Integer.class)
        .single();
  }

  <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** An organisation and who acts in it. */
  record Organisation(
      UUID id, List<SignedIn> managers, List<SignedIn> supervisors, List<SignedIn> officers) {}

  /** A case and who opened it. */
  record File(UUID id, Organisation organisation, SignedIn manager) {}

  /** A consent or a legal ground. */
  record Basis(UUID id, File file, Organisation recipient, boolean consent) {}

  /** A referral that was drafted. */
  record Sent(UUID id, Basis basis) {}
}
