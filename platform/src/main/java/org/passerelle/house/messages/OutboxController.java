package org.passerelle.house.messages;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Ending;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages that are waiting, sent or stopped: identifiers and states, never the content. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class OutboxController {
  private static final int SHOWN = 100;
  private final Deliveries deliveries;
  private final Carriage carriage;
  private final AuditLog audit;
  private final Addressees organisations;

  OutboxController(
      Deliveries deliveries, Carriage carriage, AuditLog audit, Addressees organisations) {
    this.deliveries = deliveries;
    this.carriage = carriage;
    this.audit = audit;
    this.organisations = organisations;
  }

  @GetMapping("/house/outbox")
  String outbox(Act act) {
    act.with(
        "view",
        new OutboxPage(
            deliveries.newest(SHOWN),
            deliveries.waiting(),
            deliveries.held(),
            organisations.names(act.language()),
            organisations.open().stream()
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

  /** Retries a message that is stuck on its way to another node. */
  @PostMapping("/house/outbox/again")
  String again(@RequestParam UUID message, Act act) {
    return act.once(
        () -> {
          if (!carriage.tryAgain(message)) {
            throw new NotFound();
          }
          audit.write(act.who(), "outbox.tried-again", "message", message, Map.of());
          return "/house/outbox";
        });
  }

  /** Gives up a message that is stuck: its sender is told, and the messages behind it continue. */
  @PostMapping("/house/outbox/{message}/end")
  String end(@PathVariable UUID message, Act act) {
    return act.once(
        () -> {
          Ending how = carriage.giveUp(message).orElseThrow(NotFound::new);
          audit.write(act.who(), "outbox.ended", "message", message, Map.of("how", how.code()));
          return "/house/outbox";
        });
  }
}
