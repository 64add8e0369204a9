package org.passerelle.protect.casework.followup.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Page of follow-ups in all cases that the user sees; for supervisors urgent ones first. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class FollowUpBoardController implements RoomEntries {
  private static final String HERE = "/protect/follow-ups";
  private final FollowUps followUps;
  private final Users users;

  FollowUpBoardController(FollowUps followUps, Users users) {
    this.followUps = followUps;
    this.users = users;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect", 36, "followup.nav", HERE, List.of(Role.CASE_MANAGER, Role.SUPERVISOR)));
  }

  @GetMapping(HERE)
  String show(Act act) {
    List<FollowUp> all = followUps.board(act.who());
    LocalDate today = act.page().moments().today();
    return act.show(
        "protect/followup/board",
        new FollowUpBoard(
            all.stream().filter(one -> one.escalates(today)).toList(),
            all.stream().filter(one -> !one.escalates(today)).toList(),
            users.names(all.stream().map(FollowUp::assigned).collect(Collectors.toSet()))));
  }
}
