package org.passerelle.protect.casework.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
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
    return SomeCase.in("RS")
        .named("Xhemile Χ.")
        .born("2001")
        .nationalities("AL")
        .languages("sq")
        .form("labour")
        .since(LocalDate.of(2026, 4, 1))
        .came("first_responder")
        .safe("yes")
        .knownAs("Linden")
        .open(house, who(lead));
  }

  String code(UUID caseId, Member reader) {
    return house.get(Cases.class).find(caseId, who(reader)).code();
  }

  boolean sees(UUID caseId, Member reader) {
    return house.get(Cases.class).sees(caseId, who(reader));
  }
}
