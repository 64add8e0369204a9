package org.passerelle.prosecute.order;

import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Whom and what an order may name: only what stands in the same investigation. */
@Component
class OrderSubjects {
  private final Suspects suspects;
  private final Victims victims;
  private final Assets assets;

  OrderSubjects(Suspects suspects, Victims victims, Assets assets) {
    this.suspects = suspects;
    this.victims = victims;
    this.assets = assets;
  }

  /**
   * Checks an order.
   *
   * @throws NotFound if it names somebody or something of another investigation
   * @throws Refused if compensation is in favour of nobody or without an amount, or a confiscation
   *     is of nothing
   */
  void check(UUID investigation, CourtOrder.Draft draft, SignedIn who) {
    if (draft.suspect() != null) {
      suspects.find(investigation, draft.suspect(), who);
    }
    if (draft.victim() != null
        && !victims.numbers(investigation, who).containsKey(draft.victim())) {
      throw new NotFound();
    }
    if (!assets.of(investigation, who).stream()
        .map(Asset::id)
        .collect(Collectors.toUnmodifiableSet())
        .containsAll(draft.assets())) {
      throw new NotFound();
    }
    if (draft.kind().equals(CourtOrder.COMPENSATION)) {
      if (draft.victim() == null) {
        throw new Refused("order.refused.victim").at("victim");
      }
      if (draft.amount() == null) {
        throw new Refused("order.refused.amount").at("amount");
      }
    } else {
      if (draft.victim() != null) {
        throw new Refused("order.refused.no-victim").at("victim");
      }
      if (draft.amount() == null && draft.assets().isEmpty()) {
        throw new Refused("order.refused.nothing").at("assets");
      }
    }
  }
}
