package org.passerelle.prevent.campaign.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prevent.campaign.Campaign;

/**
 * Who changed what of a campaign.
 *
 * @param names names of colleagues
 */
public record CampaignHistoryPage(
    Campaign campaign,
    List<Campaign.Revision> revisions,
    Map<UUID, String> names,
    CampaignSaid said,
    List<String> footnotes) {
  public CampaignHistoryPage {
    revisions = List.copyOf(revisions);
    names = Map.copyOf(names);
    footnotes = List.copyOf(footnotes);
  }

  /** The name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** The key of the words for what happened. */
  public static String what(Campaign.Revision revision) {
    String did =
        switch (revision.number()) {
          case 0 -> "withdrawn";
          case 1 -> "entered";
          default -> "changed";
        };
    return "campaign.history." + revision.kind() + "." + did;
  }
}
