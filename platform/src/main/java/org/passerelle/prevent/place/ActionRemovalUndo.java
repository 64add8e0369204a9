package org.passerelle.prevent.place;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.stereotype.Component;

/** Undoes the accidental removal of an action, with the states it had. */
@Component
class ActionRemovalUndo implements Undoable {
  private final RiskPlaceRows places;
  private final PlaceActionRows rows;
  private final AuditLog audit;

  ActionRemovalUndo(RiskPlaceRows places, PlaceActionRows rows, AuditLog audit) {
    this.places = places;
    this.rows = rows;
    this.audit = audit;
  }

  @Override
  public String act() {
    return PlaceActions.REMOVED;
  }

  @Override
  public String about() {
    return "risk_action";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    PlaceAction was = before.as(PlaceAction.class);
    if (places.find(who.organisation(), was.place()).isEmpty()) {
      throw new Refused("form.undo.late");
    }
    places.hold(who.organisation(), was.place());
    rows.insert(who.organisation(), was);
    audit.write(who, "risk-action.restored", "risk_action", subject, Map.of());
    return "/prevent/places/" + was.place();
  }
}
