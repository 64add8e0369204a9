package org.passerelle.prevent.campaign.web;

import java.util.List;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Campaigns in the navigation. */
@Component
class CampaignNavigation implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "prevent", 50, "campaign.title", CampaignsController.HERE, StrategyReaders.ROLES));
  }
}
