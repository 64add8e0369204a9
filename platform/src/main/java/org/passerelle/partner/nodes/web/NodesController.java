package org.passerelle.partner.nodes.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.outbox.Carriage;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.partner.nodes.carriage.Checks;
import org.passerelle.partner.nodes.carriage.Refusals;
import org.passerelle.partner.nodes.identity.DescriptorText;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.partner.nodes.witness.Witness;
import org.passerelle.refusal.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of other nodes: this node's descriptor, the trusted nodes, and how a new one is added. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class NodesController implements RoomEntries {
  private static final String ALL = "/partner/nodes";
  private final Partners partners;
  private final NodeRows rows;
  private final NodeIdentity identity;
  private final OwnDescriptor own;
  private final Carriage carriage;
  private final Witness witness;
  private final Checks checks;
  private final Refusals refusals;

  NodesController(
      Partners partners,
      NodeRows rows,
      NodeIdentity identity,
      OwnDescriptor own,
      Carriage carriage,
      Witness witness,
      Checks checks,
      Refusals refusals) {
    this.partners = partners;
    this.rows = rows;
    this.identity = identity;
    this.own = own;
    this.carriage = carriage;
    this.witness = witness;
    this.checks = checks;
    this.refusals = refusals;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("partner", 40, "nodes.nav", ALL, List.of(Role.ADMINISTRATOR)));
  }

  @GetMapping(ALL)
  String all(Act act) {
    act.form(Map.of());
    return list(act);
  }

  /** The descriptor to hand to partners: a public text; the words are compared separately. */
  @GetMapping(ALL + "/descriptor")
  ResponseEntity<byte[]> descriptor() {
    String signed = own.signed().orElseThrow(NotFound::new);
    return FileAnswer.saved(identity.node() + ".node.txt", MediaType.TEXT_PLAIN)
        .body((signed + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  @PostMapping(ALL)
  String propose(Act act) {
    Filled form = act.form();
    String pasted = form.text("descriptor", DescriptorText.MOST);
    byte[] file = act.file("file");
    String text =
        pasted.isEmpty() && file.length <= DescriptorText.MOST
            ? new String(file, StandardCharsets.US_ASCII)
            : pasted;
    if (text.isBlank() && form.errors().isEmpty()) {
      form.errors().add("descriptor", "form.error.required");
    }
    return act.refusalsAt("descriptor")
        .submit(() -> list(act), () -> ALL + "/" + partners.propose(text, act.who()));
  }

  @PostMapping(ALL + "/keys")
  String newKeys(Act act) {
    boolean atOnce = act.form().shown("when").equals("now");
    return act.once(
        () -> {
          partners.askForNewKeys(atOnce, act.who());
          act.notice("warn", "nodes.asked");
          return ALL;
        });
  }

  @GetMapping(ALL + "/{id}")
  String one(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return show(id, act);
  }

  @PostMapping(ALL + "/{id}/compare")
  String compare(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    PartnerNode node = partners.find(id);
    String with = form.text("with", 200);
    if (node.bringsKeys() && !form.ticked("same")) {
      form.errors().add("same", "nodes.refused.not-compared");
    }
    return act.refusalsAt("with")
        .submit(
            () -> show(id, act),
            () -> {
              partners.compared(id, with, act.who());
              act.notice("warn", "nodes.asked");
              return ALL + "/" + id;
            });
  }

  @PostMapping(ALL + "/{id}/suspend")
  String suspend(@PathVariable UUID id, Act act) {
    return act.once(ALL + "/" + id, () -> partners.suspend(id, act.who()));
  }

  @PostMapping(ALL + "/{id}/resume")
  String resume(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          partners.askToResume(id, act.who());
          act.notice("warn", "nodes.asked");
          return ALL + "/" + id;
        });
  }

  @PostMapping(ALL + "/{id}/discard")
  String discard(@PathVariable UUID id, Act act) {
    return act.once(ALL, () -> partners.discard(id, act.who()));
  }

  @PostMapping(ALL + "/{id}/log")
  String beginAnew(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          witness.askToBeginAnew(partners.find(id).id(), act.who());
          act.notice("warn", "nodes.asked");
          return ALL + "/" + id;
        });
  }

  /** Calls the node now, outside any transaction, and sends its waiting messages at once. */
  @PostMapping(ALL + "/{id}/call")
  String call(@PathVariable UUID id, Act act) {
    PartnerNode node = partners.find(id);
    if (node.trusted()) {
      checks
          .ping(node)
          .ifPresentOrElse(
              problem -> act.notice("danger", "nodes.call.missed", problem),
              () -> act.notice("good", "nodes.call.reached"));
      rows.callNow(id);
    }
    return "redirect:" + ALL + "/" + id;
  }

  private String list(Act act) {
    return act.show(
        "partner/nodes/list",
        new NodesPage(
            identity.node(),
            own.signed(),
            OneNode.Words.of(identity.fingerprint()),
            identity.keys(),
            partners.all().stream().map(this::line).toList(),
            act.form()));
  }

  private NodesPage.Line line(PartnerNode node) {
    return new NodesPage.Line(
        node,
        carriage.waiting(node.id()),
        !witness.reports(node.id()).isEmpty(),
        refusals.of(node.id()).stream().mapToLong(Refusals.Refused::times).sum());
  }

  private String show(UUID id, Act act) {
    PartnerNode node = partners.find(id);
    return act.show(
        "partner/nodes/one",
        OneNode.of(
            node,
            partners.waiting(id).isPresent(),
            carriage.waiting(id),
            witness.held(id).map(held -> held.size()).orElse(0L),
            witness.reports(id),
            witness.waits(id),
            refusals.of(id),
            act.form()));
  }
}
