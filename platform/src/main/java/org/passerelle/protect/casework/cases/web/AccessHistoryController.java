package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditEntry;
import org.passerelle.pages.Act;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.cases.CaseCode;
import org.passerelle.protect.casework.cases.Looks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Access log of a case, also for the data protection officer. */
@Controller
class AccessHistoryController implements RoomEntries {
  private static final int PER_PAGE = 100;
  private final Looks looks;
  private final Users users;

  AccessHistoryController(Looks looks, Users users) {
    this.looks = looks;
    this.users = users;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            80,
            "audit.looked",
            "/protect/looks",
            List.of(Role.DATA_PROTECTION_OFFICER)));
  }

  @GetMapping("/protect/cases/{id}/looked")
  @Allowed({
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.PLACEMENT_OFFICER,
    Role.FOCAL_POINT,
    Role.FIRST_RESPONDER,
    Role.DATA_PROTECTION_OFFICER
  })
  String looked(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Act act) {
    int number = Math.min(Math.max(page, 1), 10_000);
    Looks.Page found = looks.of(id, (number - 1) * PER_PAGE, PER_PAGE, act.who());
    act.with("id", id);
    act.with("found", found);
    act.with("number", number);
    act.with("more", found.total() > (long) number * PER_PAGE);
    act.with(
        "names",
        users.names(
            found.entries().stream()
                .map(AuditEntry::user)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    return "protect/cases/looked";
  }

  @GetMapping("/protect/looks")
  @Allowed(Role.DATA_PROTECTION_OFFICER)
  String find(@RequestParam(defaultValue = "") String code, Act act) {
    String sought = CaseCode.typed(code);
    Optional<UUID> found =
        sought.isEmpty() || sought.length() > 20
            ? Optional.empty()
            : looks.byCode(sought, act.who());
    if (found.isPresent()) {
      return "redirect:/protect/cases/" + found.get() + "/looked";
    }
    act.with("code", sought.length() > 20 ? "" : sought);
    return "protect/cases/looks";
  }
}
