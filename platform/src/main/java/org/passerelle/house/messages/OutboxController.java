package org.passerelle.house.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.Act;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits to leave, what left and what was stopped: identifiers and states, never a content. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class OutboxController {
  private static final int SHOWN = 100;
  private final Deliveries deliveries;
  private final Organisations organisations;

  OutboxController(Deliveries deliveries, Organisations organisations) {
    this.deliveries = deliveries;
    this.organisations = organisations;
  }

  @GetMapping("/house/outbox")
  String outbox(Act act) {
    Map<UUID, String> names = new HashMap<>();
    List<Organisation> all = organisations.all();
    all.forEach(o -> names.put(o.id(), o.name().in(act.language())));
    act.with(
        "view",
        new OutboxPage(
            deliveries.newest(SHOWN),
            deliveries.waiting(),
            deliveries.held(),
            names,
            all.stream()
                .filter(Organisation::casework)
                .map(o -> new Option(o.id().toString(), o.name().in(act.language())))
                .toList()));
    return "house/messages/outbox";
  }

  @PostMapping("/house/outbox/hold")
  String hold(@RequestParam UUID recipient, @RequestParam boolean held, Act act) {
    return act.once(
        () -> {
          UUID found = organisations.find(recipient).orElseThrow(NotFound::new).id();
          deliveries.hold(found, held, act.who());
          return "/house/outbox";
        });
  }
}
