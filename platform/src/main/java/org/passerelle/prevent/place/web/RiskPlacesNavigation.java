package org.passerelle.prevent.place.web;

import java.util.List;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.stereotype.Component;

/** Places at risk in the navigation. */
@Component
class RiskPlacesNavigation implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("prevent", 25, "atrisk.nav", RiskPlacesController.HERE, RiskPlaces.READERS));
  }
}
