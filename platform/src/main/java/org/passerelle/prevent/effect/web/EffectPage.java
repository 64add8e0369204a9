package org.passerelle.prevent.effect.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.effect.Calls;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.Survey;

/**
 * What was measured around a campaign.
 *
 * @param withdrawn surveys that are out of use
 * @param calls calls to a helpline as they were entered last, or null
 * @param seesTips whether the reader sees how many tips there were
 * @param keeps whether the reader changes it
 */
public record EffectPage(
    Campaign campaign,
    List<ShownSurvey> surveys,
    List<Kept<Survey>> withdrawn,
    WeeksTable weeks,
    @Nullable Kept<Calls> calls,
    boolean seesTips,
    boolean keeps) {
  public EffectPage {
    surveys = List.copyOf(surveys);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Address of the campaign. */
  public String at() {
    return "/prevent/campaigns/" + campaign.id();
  }
}
