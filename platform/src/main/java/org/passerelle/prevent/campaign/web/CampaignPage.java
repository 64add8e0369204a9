package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignDues;
import org.passerelle.prevent.campaign.CampaignMaterial;
import org.passerelle.prevent.campaign.Reach;

/**
 * A campaign.
 *
 * @param names names of those who entered reach
 * @param today the reader's day
 * @param keeps whether the reader changes it
 */
public record CampaignPage(
    Campaign campaign,
    List<Reach> reach,
    Map<UUID, String> names,
    CampaignSaid said,
    List<String> footnotes,
    LocalDate today,
    boolean keeps) {
  public CampaignPage {
    reach = List.copyOf(reach);
    names = Map.copyOf(names);
    footnotes = List.copyOf(footnotes);
  }

  /** The name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** {@code over}, {@code soon} or empty: where the rights of a material stand. */
  public String rights(CampaignMaterial material) {
    LocalDate until = material.until();
    if (until == null) {
      return "";
    }
    if (until.isBefore(today)) {
      return "over";
    }
    return until.isAfter(today.plusDays(CampaignDues.RIGHTS_DAYS)) ? "" : "soon";
  }
}
