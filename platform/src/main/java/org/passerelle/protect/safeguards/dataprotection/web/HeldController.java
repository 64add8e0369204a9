package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.protect.safeguards.dataprotection.StoredDataList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Page of what every package stores about a person, for requests of access. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.DATA_PROTECTION_OFFICER})
class HeldController {
  private final StoredDataList held;

  HeldController(StoredDataList held) {
    this.held = held;
  }

  @GetMapping("/protect/cases/{id}/held")
  String held(@PathVariable UUID id, Act act) {
    act.with("id", id);
    act.with("all", held.of(id, act.who()));
    return "protect/casefile/held";
  }
}
