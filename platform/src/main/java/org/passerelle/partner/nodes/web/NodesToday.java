package org.passerelle.partner.nodes.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.partner.nodes.carriage.Refusals;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.partner.nodes.witness.Witness;
import org.springframework.stereotype.Component;

/** Alarms about other nodes, on the first page of administrators. */
@Component
class NodesToday implements Today {
  /** Fewer rejections than this in two days are due to a mistake, a restart or a new version. */
  private static final long MANY = 20;

  private final Partners partners;
  private final Witness witness;
  private final Refusals refusals;
  private final Clock clock;

  NodesToday(Partners partners, Witness witness, Refusals refusals, Clock clock) {
    this.partners = partners;
    this.witness = witness;
    this.refusals = refusals;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.ADMINISTRATOR)) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    Instant now = clock.instant();
    for (PartnerNode node : partners.all()) {
      if (!node.trusted()) {
        continue;
      }
      List<Witness.Report> reports = witness.reports(node.id());
      if (!reports.isEmpty()) {
        items.add(item(node, reports.get(0).at(), page.text("nodes.alarm.title"), page));
      }
      long refused = refusals.of(node.id()).stream().mapToLong(Refusals.Refused::times).sum();
      if (refused >= MANY) {
        items.add(item(node, now, page.text("nodes.refused.title"), page));
      }
    }
    return items;
  }

  private static Item item(PartnerNode node, Instant at, String title, Page page) {
    return new Item(at, title, node.name(), "/partner/nodes/" + node.id(), page.text("home.see"));
  }
}
