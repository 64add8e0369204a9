package org.passerelle.partner.web;

import java.util.List;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The module's pages in the navigation. */
@Component
class PartnerEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "partner", 10, "partner.nav.network", "/partner/network", StrategyReaders.ROLES),
        new RoomEntry(
            "partner", 20, "partner.nav.agreements", "/partner/agreements", StrategyReaders.ROLES),
        new RoomEntry(
            "partner", 30, "partner.nav.trainings", "/partner/trainings", StrategyReaders.ROLES));
  }
}
