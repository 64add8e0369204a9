package org.passerelle.prevent.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Register;
import org.passerelle.storage.Identifiers;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is planned against the risk of places. Thread-safe. */
@Service
public class PlaceActions {
  static final String REMOVED = "risk-action.removed";

  /** Kind of the register that an action may carry out. */
  public static final String MEASURE = "measure";

  private static final String SUBJECT = "risk_action";
  private final RiskPlaceRows places;
  private final PlaceActionRows rows;
  private final ShelterWords shelters;
  private final Register register;
  private final Identifiers identifiers;
  private final Undo undo;
  private final AuditLog audit;

  PlaceActions(
      RiskPlaceRows places,
      PlaceActionRows rows,
      ShelterWords shelters,
      Register register,
      Identifiers identifiers,
      Undo undo,
      AuditLog audit) {
    this.places = places;
    this.rows = rows;
    this.shelters = shelters;
    this.register = register;
    this.identifiers = identifiers;
    this.undo = undo;
    this.audit = audit;
  }

  /**
   * Plans an action.
   *
   * @param measure identifier of a measure of the register, or null
   * @throws Refused if words name a shelter, or the measure is not in the register
   */
  @Transactional
  public UUID plan(
      SignedIn who, UUID place, PlaceAction.Words words, @Nullable String measure, LocalDate due) {
    RiskPlaces.mustKeep(who);
    if (measure != null && register.facts().find(MEASURE, measure).isEmpty()) {
      throw new Refused("atrisk.refused.measure").at(MEASURE);
    }
    shelters.check(who, Map.of("what", words.what(), "by", words.by()));
    UUID held = places.hold(who.organisation(), place).id();
    UUID id = identifiers.next();
    PlaceAction.Step first = rows.now(1, "planned", who.user());
    rows.insert(
        who.organisation(),
        new PlaceAction(id, held, words, measure, due, first.state(), 1, List.of(first)));
    audit.write(who, "risk-action.planned", SUBJECT, id, Map.of());
    return id;
  }

  /**
   * Sets the state of an action.
   *
   * @param version when its page was opened
   * @throws ChangedMeanwhile if a colleague set another one since
   */
  @Transactional
  public void state(SignedIn who, UUID place, UUID action, String state, int version) {
    PlaceAction there = held(who, place, action);
    if (there.version() != version) {
      throw new ChangedMeanwhile(version, there.version());
    }
    rows.state(action, rows.now(version + 1, state, who.user()));
    audit.write(
        who, "risk-action.state", SUBJECT, action, Map.of("from", there.state(), "to", state));
  }

  /**
   * Removes an action.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID remove(SignedIn who, UUID place, UUID action) {
    PlaceAction there = held(who, place, action);
    rows.delete(action);
    audit.write(who, REMOVED, SUBJECT, action, Map.of());
    return undo.offer(REMOVED, action, RemovedContent.sealed(who.organisation(), there), who);
  }

  /** An action as it stands, for a form about it. */
  @Transactional(readOnly = true)
  public PlaceAction current(SignedIn who, UUID place, UUID action) {
    RiskPlaces.mustKeep(who);
    return one(who, place, action);
  }

  private PlaceAction held(SignedIn who, UUID place, UUID action) {
    RiskPlaces.mustKeep(who);
    return one(who, places.hold(who.organisation(), place).id(), action);
  }

  private PlaceAction one(SignedIn who, UUID place, UUID action) {
    return rows.at(who.organisation(), place).stream()
        .filter(one -> one.id().equals(action))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
