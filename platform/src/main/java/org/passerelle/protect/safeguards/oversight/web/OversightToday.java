package org.passerelle.protect.safeguards.oversight.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ManyPersons;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.safeguards.oversight.ProgramReads;
import org.springframework.stereotype.Component;

/**
 * Today page: tells the data protection officer of an API client that reached the limit of persons.
 */
@Component
class OversightToday implements Today {
  private final ProgramReads reads;
  private final Users users;

  OversightToday(ProgramReads reads, Users users) {
    this.reads = reads;
    this.users = users;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      return List.of();
    }
    List<ProgramReads.Alarm> alarms = reads.alarms(who.organisation());
    Map<UUID, String> names = users.names(alarms.stream().map(ProgramReads.Alarm::user).toList());
    return alarms.stream()
        .map(
            alarm ->
                new Item(
                    alarm.at(),
                    page.text("oversight.alarm", names.getOrDefault(alarm.user(), "…")),
                    page.text(
                        "oversight.alarm.what",
                        ManyPersons.LIMIT,
                        page.moments().instant(alarm.at())),
                    "/protect/reports",
                    page.text("home.review")))
        .toList();
  }
}
