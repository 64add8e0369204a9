package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.CaseCode;
import org.passerelle.protect.safeguards.dataprotection.DisclosureList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that list disclosures about a person. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.DATA_PROTECTION_OFFICER})
class DisclosureListController {
  private final DisclosureList disclosures;
  private final Addressees organisations;
  private final Users users;

  DisclosureListController(DisclosureList disclosures, Addressees organisations, Users users) {
    this.disclosures = disclosures;
    this.organisations = organisations;
    this.users = users;
  }

  @GetMapping("/protect/cases/{id}/disclosures")
  String disclosures(@PathVariable UUID id, Act act) {
    DisclosureList.All all = disclosures.of(id, act.who());
    act.with("id", id);
    act.with("all", all);
    act.with(
        "names",
        users.names(all.lines().stream().map(DisclosureList.Line::by).collect(Collectors.toSet())));
    act.with("recipients", recipients(all, act.language()));
    return "protect/casefile/disclosures";
  }

  private Map<UUID, String> recipients(DisclosureList.All all, Language language) {
    return all.lines().stream()
        .flatMap(line -> Stream.ofNullable(line.recipient()))
        .distinct()
        .flatMap(id -> organisations.find(id).stream())
        .collect(Collectors.toMap(Organisation::id, o -> o.name().in(language)));
  }

  @GetMapping("/protect/disclosures")
  @Allowed(Role.DATA_PROTECTION_OFFICER)
  String find(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String held,
      Act act) {
    String sought = CaseCode.typed(code);
    Optional<UUID> found =
        sought.isEmpty() || sought.length() > 20
            ? Optional.empty()
            : disclosures.byCode(sought, act.who());
    if (found.isPresent()) {
      return "redirect:/protect/cases/" + found.get() + (held.isEmpty() ? "/disclosures" : "/held");
    }
    act.with("code", sought.length() > 20 ? "" : sought);
    return "protect/casefile/find";
  }
}
