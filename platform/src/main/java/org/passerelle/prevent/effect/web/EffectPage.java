package org.passerelle.prevent.effect.web;

import java.util.List;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.Survey;

/**
 * What was measured around a campaign.
 *
 * @param withdrawn surveys that are out of use
 * @param keeps whether the reader changes it
 */
public record EffectPage(
    Campaign campaign, List<ShownSurvey> surveys, List<Kept<Survey>> withdrawn, boolean keeps) {
  public EffectPage {
    surveys = List.copyOf(surveys);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Address of the campaign. */
  public String at() {
    return "/prevent/campaigns/" + campaign.id();
  }
}
