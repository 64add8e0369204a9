package org.passerelle.demo.prevention;

import static org.passerelle.language.ResourceYaml.map;
import static org.passerelle.language.ResourceYaml.maps;
import static org.passerelle.language.ResourceYaml.text;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.PlaceActions;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.stereotype.Component;

/** Places and populations at risk of the demonstration, and what is planned there. Thread-safe. */
@Component
public class DemoRiskPlaces {
  private final RiskPlaces places;
  private final PlaceActions actions;
  private final DemoDays days;

  DemoRiskPlaces(RiskPlaces places, PlaceActions actions, DemoDays days) {
    this.places = places;
    this.actions = actions;
    this.days = days;
  }

  /** Does nothing if the organisation has a place. */
  public void enter(SignedIn manager) {
    if (places.list(manager).isEmpty()) {
      maps(ResourceYaml.read(DemoDays.FILE).get("places")).forEach(place -> enter(manager, place));
    }
  }

  private void enter(SignedIn manager, Map<String, Object> place) {
    UUID id =
        places.enter(
            manager,
            RiskPlace.Content.of(
                text(place, "kind"),
                text(place, "country"),
                orNull(place, "town"),
                text(place, "name"),
                text(place, "area")));
    for (Map<String, Object> one : maps(place.get("populations"))) {
      places.add(manager, id, new RiskPlace.Population(text(one, "age"), text(one, "group")));
    }
    for (Map<String, Object> one : maps(place.get("factors"))) {
      places.add(
          manager,
          id,
          new RiskPlace.Factor(
              text(one, "factor"), text(one, "words"), text(one, "source"), days.of(one, "on")));
    }
    if (place.containsKey("level")) {
      state(manager, id, map(place.get("level")));
    }
    for (Map<String, Object> one : maps(place.get("actions"))) {
      plan(manager, id, one);
    }
  }

  private static @Nullable String orNull(Map<String, Object> map, String key) {
    return map.containsKey(key) ? text(map, key) : null;
  }

  private void state(SignedIn manager, UUID id, Map<String, Object> level) {
    places.state(
        manager,
        id,
        new RiskPlace.Level(
            text(level, "level"), text(level, "reason"), days.today(), days.of(level, "again")),
        places.current(manager, id).version());
  }

  private void plan(SignedIn manager, UUID id, Map<String, Object> one) {
    UUID action =
        actions.plan(
            manager,
            id,
            new PlaceAction.Words(text(one, "what"), text(one, "by")),
            orNull(one, "measure"),
            days.of(one, "due"));
    if (one.containsKey("state")) {
      actions.state(manager, id, action, text(one, "state"), 1);
    }
  }
}
