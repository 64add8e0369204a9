package org.passerelle.protect;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseOpening;
import org.passerelle.protect.cases.CaseStates;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
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
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(CaseOpening.class)
        .open(
            new PersonDraft(
                new Identity(List.of(new Identity.Name("name", "Xhemile M.")), "", null, "", ""),
                new Contact("+355 00 000 009", "", ""),
                "female",
                "no",
                List.of("AL"),
                List.of("sq")),
            new CaseDraft(
                "RS",
                null,
                today,
                "self",
                null,
                "not_known",
                "none",
                false,
                null,
                List.of(),
                new CaseDetails(KNOWN_AS, "", "", "")),
            manager);
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
