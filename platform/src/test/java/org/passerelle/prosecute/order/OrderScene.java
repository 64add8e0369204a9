package org.passerelle.prosecute.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.storage.House;

/** A proceeding about what was done to a victim who has a case here. */
final class OrderScene {
  static final BigDecimal AWARD = new BigDecimal("12500.00");
  final Scenes scenes;
  final Scenes.Entered entered;
  final SignedIn who;
  final SignedIn lead;
  final UUID id;
  final UUID court;
  final UUID suspect;
  private final House house;

  OrderScene(House house) {
    this.house = house;
    scenes = new Scenes(house);
    entered = scenes.entered(Set.of("case"));
    who = entered.prosecutor();
    lead = entered.scene().sender();
    id = entered.id();
    suspect = scenes.suspect(id, "Anton Grey", who);
    Charges charges = house.get(Charges.class);
    UUID charge =
        charges.propose(
            id,
            new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of(entered.victim())),
            who);
    charges.bring(id, charge, scenes.today(), "", who);
    court = scenes.proceeding(id, who, charge);
  }

  CourtOrder.Draft draft(String kind, @Nullable UUID victim, @Nullable BigDecimal amount) {
    return new CourtOrder.Draft(
        kind, suspect, victim, amount, "EUR", scenes.today(), List.of(), "Anton Grey pays");
  }

  /** Compensation in favour of the victim. */
  UUID awarded() {
    return house
        .get(CourtOrders.class)
        .enter(id, court, draft("compensation", entered.victim(), AWARD), who);
  }

  UUID step(UUID order, String kind, @Nullable String amount) {
    CourtOrder.StepDraft step =
        new CourtOrder.StepDraft(
            kind, scenes.today(), amount == null ? null : new BigDecimal(amount), "");
    return house.get(CourtOrders.class).step(id, court, order, step, who);
  }
}
