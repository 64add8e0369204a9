package org.passerelle.protect.casework.phone.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.phone.KeptRecords;
import org.passerelle.protect.casework.phone.Phone;
import org.passerelle.protect.casework.phone.Phones;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of phones: all for administrators, their own for everybody else. */
@Controller
class PhonesController {
  private static final int PER_PAGE = 100;
  private final Phones phones;
  private final KeptRecords kept;
  private final Users users;
  private final Organisations organisations;

  PhonesController(Phones phones, KeptRecords kept, Users users, Organisations organisations) {
    this.phones = phones;
    this.kept = kept;
    this.users = users;
    this.organisations = organisations;
  }

  @GetMapping("/house/phones")
  @Allowed(Role.ADMINISTRATOR)
  String all(@RequestParam(name = "page", defaultValue = "1") int number, Act act) {
    int from = (Math.min(Math.max(number, 1), 10_000) - 1) * PER_PAGE;
    List<Phone> found = phones.all(from, PER_PAGE + 1, act.who());
    return act.show(
        "protect/phone/phones",
        new PhonesPage(
            lines(found.stream().limit(PER_PAGE).toList(), act),
            kept(act),
            found.size() > PER_PAGE,
            from / PER_PAGE + 1));
  }

  private List<PhonesPage.KeptLine> kept(Act act) {
    List<KeptRecords.Kept> all = kept.ofNode(act.who());
    Map<UUID, String> names = users.names(all.stream().map(KeptRecords.Kept::officer).toList());
    return all.stream()
        .map(one -> new PhonesPage.KeptLine(one, names.getOrDefault(one.officer(), unknown(act))))
        .toList();
  }

  @PostMapping("/house/phones/{id}/lost")
  @Allowed(Role.ADMINISTRATOR)
  String lost(@PathVariable UUID id, Act act) {
    return lost(id, "/house/phones", act);
  }

  @GetMapping("/account/phones")
  @Allowed
  String own(Act act) {
    return act.show(
        "protect/phone/own",
        new PhonesPage(lines(phones.own(act.who()), act), List.of(), false, 1));
  }

  @PostMapping("/account/phones/{id}/lost")
  @Allowed
  String ownLost(@PathVariable UUID id, Act act) {
    return lost(id, "/account/phones", act);
  }

  private String lost(UUID id, String next, Act act) {
    return act.once(
        next,
        () -> {
          phones.lost(id, act.who());
          act.notice("good", "phones.lost.noted");
        });
  }

  private List<PhonesPage.Line> lines(List<Phone> found, Act act) {
    Map<UUID, String> names = users.names(found.stream().map(Phone::user).toList());
    Map<UUID, Organisation> byId =
        organisations.all().stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    return found.stream()
        .map(
            phone ->
                new PhonesPage.Line(
                    phone,
                    phone.name().isEmpty() ? act.text("phones.nameless") : phone.name(),
                    names.getOrDefault(phone.user(), unknown(act)),
                    byId.containsKey(phone.organisation())
                        ? byId.get(phone.organisation()).name().in(act.language())
                        : ""))
        .toList();
  }

  private static String unknown(Act act) {
    return act.text("forms.answer.not-known");
  }
}
