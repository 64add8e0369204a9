package org.passerelle.prevent.campaign;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of campaigns; they hold nothing about persons followed in cases. */
@Component
class CampaignHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing(
            "campaign", "a campaign of the strategy and where it belongs in the register"),
        Table.nothing("campaign_part", "which parts a campaign has, and until when rights hold"),
        Table.nothing("campaign_revision", "what a campaign says and who holds rights, sealed"),
        Table.nothing("campaign_reach", "how many a campaign reached, with a sealed source"),
        Table.nothing("campaign_reach_struck", "which entry of a reach took the place of another"));
  }
}
