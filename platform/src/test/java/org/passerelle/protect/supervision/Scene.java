package org.passerelle.protect.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseOpening;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.House;

/** An organisation with a supervisor and two case managers, signed in as everybody does. */
record Scene(House house, UUID organisation, Member supervisor, Member jelena, Member dusan) {

  static Scene in(House house) {
    UUID organisation = Staff.organisation(house).id();
    return new Scene(
        house,
        organisation,
        Member.in(house, organisation, Role.SUPERVISOR),
        Member.in(house, organisation, Role.CASE_MANAGER),
        Member.in(house, organisation, Role.CASE_MANAGER));
  }

  static SignedIn who(Member member) {
    return Staff.signedIn(member.user());
  }

  /** A case that somebody leads. */
  UUID caseOf(Member lead) {
    PersonDraft person =
        new PersonDraft(
            new Identity(List.of(new Identity.Name("name", "Xhemile Χ.")), "2001", null, "", ""),
            Contact.NONE,
            null,
            "no",
            List.of("AL"),
            List.of("sq"));
    CaseDraft draft =
        new CaseDraft(
            "RS",
            "labour",
            LocalDate.of(2026, 4, 1),
            "first_responder",
            null,
            "yes",
            "none",
            false,
            null,
            List.of(),
            new CaseDetails("Linden", "", "", ""));
    return house.get(CaseOpening.class).open(person, draft, who(lead));
  }

  String code(UUID caseId, Member reader) {
    return house.get(Cases.class).find(caseId, who(reader)).code();
  }

  boolean sees(UUID caseId, Member reader) {
    return house.get(Cases.class).sees(caseId, who(reader));
  }
}
