package org.passerelle.prevent.effect.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.effect.CampaignWeeks;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.effect.Surveys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was measured around a campaign, as everybody who works with the strategy reads it. */
@Controller
@StrategyReaders
class EffectController {
  static final String CAMPAIGN = "/prevent/campaigns/{id}";
  private final Campaigns campaigns;
  private final Surveys surveys;
  private final CampaignWeeks weeks;
  private final Users users;

  EffectController(Campaigns campaigns, Surveys surveys, CampaignWeeks weeks, Users users) {
    this.campaigns = campaigns;
    this.surveys = surveys;
    this.weeks = weeks;
    this.users = users;
  }

  static String at(UUID campaign) {
    return "/prevent/campaigns/" + campaign + "/effect";
  }

  @GetMapping(CAMPAIGN + "/effect")
  String open(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    Map<Boolean, List<Kept<Survey>>> all =
        surveys.of(campaign).stream().collect(Collectors.partitioningBy(Kept::withdrawn));
    return act.show(
        "prevent/effect/all",
        new EffectPage(
            campaign,
            shown(all.getOrDefault(false, List.of()), act),
            all.getOrDefault(true, List.of()),
            WeeksTable.of(weeks.of(act.who(), campaign), act.page()),
            weeks.calls(campaign).orElse(null),
            CampaignWeeks.seesTips(act.who(), campaign),
            Campaigns.keeps(act.who())));
  }

  @GetMapping(CAMPAIGN + "/surveys/{part}/history")
  String history(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    List<Kept<Survey>> versions = surveys.versions(campaign, act.partId("part"));
    return act.with("campaign", campaign)
        .with("withdrawn", versions.get(0).withdrawn())
        .with("versions", compared(shown(versions, act), act.page()))
        .show("prevent/effect/history");
  }

  /** Each version, the latest first, beside the one before it. */
  private static List<ShownSurvey> compared(List<ShownSurvey> versions, Page page) {
    List<ShownSurvey> compared = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      ShownSurvey one = versions.get(i);
      compared.add(i + 1 < versions.size() ? one.after(versions.get(i + 1).survey(), page) : one);
    }
    return compared;
  }

  private List<ShownSurvey> shown(List<Kept<Survey>> all, Act act) {
    Map<UUID, String> names = users.names(all.stream().map(Kept::by).distinct().toList());
    return all.stream()
        .map(one -> ShownSurvey.of(one, names.getOrDefault(one.by(), "…"), act.page()))
        .toList();
  }
}
