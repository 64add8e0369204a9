package org.passerelle.protect.casework.phone.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.phone.KeptRecords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of records from phones that wait for a supervisor's decision. */
@Controller
@Allowed(Role.SUPERVISOR)
class KeptController {
  private final KeptRecords kept;
  private final Users users;

  KeptController(KeptRecords kept, Users users) {
    this.kept = kept;
    this.users = users;
  }

  @GetMapping("/protect/phones")
  String all(Act act) {
    List<KeptRecords.Kept> all = kept.ofOrganisation(act.who());
    Map<UUID, String> names = users.names(all.stream().map(KeptRecords.Kept::officer).toList());
    return act.show(
        "protect/phone/kept",
        new KeptPage(
            all.stream()
                .map(
                    one ->
                        new PhonesPage.KeptLine(
                            one,
                            names.getOrDefault(one.officer(), act.text("forms.answer.not-known"))))
                .toList(),
            kept.colleagues(act.who()),
            act.who().user(),
            KeptRecords.REASONS.stream()
                .map(code -> new Option(code, act.text("phones.discard.reason." + code)))
                .toList(),
            act.form()));
  }

  @PostMapping("/protect/phones/{id}/take")
  String take(@PathVariable UUID id, Act act) {
    Set<String> colleagues =
        kept.colleagues(act.who()).stream()
            .map(User::id)
            .map(UUID::toString)
            .collect(Collectors.toSet());
    String as = act.form().shown("as");
    return act.once(
        "/protect/phones",
        () -> {
          boolean taken =
              kept.takeOver(
                  id, colleagues.contains(as) ? UUID.fromString(as) : act.who().user(), act.who());
          act.notice(taken ? "good" : "warn", taken ? "phones.taken" : "phones.ended");
        });
  }

  @PostMapping("/protect/phones/{id}/discard")
  String discard(@PathVariable UUID id, Act act) {
    String reason = act.form().neededCode("reason-" + id, Set.copyOf(KeptRecords.REASONS));
    return act.submit(
        () -> all(act),
        "/protect/phones",
        () -> {
          kept.discard(id, reason, act.who());
          act.notice("good", "phones.discarded");
        });
  }
}
