package org.passerelle.prosecute.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.House;

/** An office with enough investigations to have figures. */
final class OfficeScene {
  private static final int INVESTIGATIONS = 4;
  private final House house;
  private final Scenes scenes;
  private final SignedIn who;

  OfficeScene(House house, SignedIn prosecutor) {
    this.house = house;
    this.scenes = new Scenes(house);
    this.who = prosecutor;
  }

  /** Four investigations of one prosecutor, each with suspects and victims of every step. */
  List<UUID> begin() {
    List<UUID> victims = new ArrayList<>();
    for (int i = 0; i < INVESTIGATIONS; i++) {
      UUID id = scenes.begun(who).id();
      List<UUID> own = new ArrayList<>();
      for (int v = 0; v < 6; v++) {
        own.add(victim(id));
      }
      victims.addAll(own);
      suspect(id);
      suspect(id);
      UUID charged = charged(id, suspect(id), own.subList(0, 4));
      UUID convicted = charged(id, suspect(id), own.subList(0, 2));
      UUID court = scenes.proceeding(id, who, charged, convicted);
      house
          .get(Outcomes.class)
          .decide(
              id, court, new Outcome.Draft(convicted, "convicted", scenes.today(), null, ""), who);
    }
    return victims;
  }

  UUID victim(UUID investigation) {
    Victim.Facts facts =
        new Victim.Facts("labour", "FR", false, "female", List.of(), scenes.today());
    return house.get(Victims.class).enterOwn(investigation, facts, who);
  }

  private UUID suspect(UUID investigation) {
    Suspect.Coded coded = new Suspect.Coded("male", "FR", null, null, false);
    return house
        .get(Suspects.class)
        .enter(
            investigation,
            new Suspect.Draft("natural", "suspect", Scenes.identity("Anton Grey"), null, coded),
            who);
  }

  private UUID charged(UUID investigation, UUID suspect, List<UUID> victims) {
    Charges charges = house.get(Charges.class);
    UUID charge =
        charges.propose(
            investigation,
            new Charge.Draft(suspect, "trafficking-fr", scenes.today(), victims),
            who);
    charges.bring(investigation, charge, scenes.today(), "", who);
    return charge;
  }

  /** As if everything had been entered two months ago. */
  void monthsAgo() {
    for (String column :
        List.of(
            "investigation.opened_on",
            "charge.brought_on",
            "charge_outcome.on_day",
            "investigation_victim.at",
            "suspect.at",
            "investigation_event.at",
            "charge_outcome.at")) {
      String[] of = column.split("\\.", 2);
      house
          .db()
          .sql("update %s set %s = %s - interval '62' day".formatted(of[0], of[1], of[1]))
          .update();
    }
  }
}
