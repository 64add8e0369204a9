package org.passerelle.prevent.campaign.web;

import java.util.List;
import org.passerelle.prevent.campaign.Campaign;

/**
 * All campaigns.
 *
 * @param keeps whether the reader changes them
 */
public record CampaignListPage(
    List<Campaign> campaigns, CampaignSaid said, List<String> footnotes, boolean keeps) {
  public CampaignListPage {
    campaigns = List.copyOf(campaigns);
    footnotes = List.copyOf(footnotes);
  }
}
