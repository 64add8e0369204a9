package org.passerelle.partner.nodes;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskScenes;
import org.passerelle.storage.House;

/** Two officers of two houses in one office, both on duty. */
abstract class OneDesk extends TwoNodes {
  DeskScenes here;
  DeskScenes there;
  DeskScenes.Side ours;
  DeskScenes.Side theirs;
  UUID desk;

  @BeforeEach
  void twoOfficersInOneOffice() {
    here = new DeskScenes(skopje);
    there = new DeskScenes(athens);
    ours = here.side("MK");
    theirs = there.side("AL");
    pass(Duration.ofSeconds(2));
    athensAtSkopje = StubNode.trust(skopje, athens.get(OwnDescriptor.class).signed().orElseThrow());
    StubNode.trust(athens, skopje.get(OwnDescriptor.class).signed().orElseThrow());
    String agreement = here.agreement("MK", "AL", true);
    there.agreement(agreement, "MK", "AL", true);
    desk = here.proposed(ours, theirs.organisation(), agreement);
    await().until(() -> there.desks().of(theirs.lead()).stream().anyMatch(Desk::asksUs));
    there.desks().accept(desk, theirs.lead());
    await().until(() -> here.desk(desk, ours).open());
    here.atWork(desk, ours);
    there.atWork(desk, theirs);
    await().until(() -> here.shifts().open(here.desk(desk, ours)).size() == 2);
    await().until(() -> there.shifts().open(there.desk(desk, theirs)).size() == 2);
  }

  /** An officer of a side who comes in by the pages, and is on duty. */
  Member onDuty(House house, DeskScenes scenes, DeskScenes.Side side) {
    Member officer = Member.in(house, side.organisation(), Role.FIRST_RESPONDER, Role.CASE_MANAGER);
    scenes.atWork(desk, new DeskScenes.Side(side.lead(), Staff.signedIn(officer.user())));
    return officer;
  }
}
