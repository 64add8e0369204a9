package org.passerelle.prevent.effect.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.effect.Calls;
import org.passerelle.prevent.effect.CampaignWeeks;
import org.passerelle.prevent.effect.Kept;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Enters the calls to a helpline in the weeks around a campaign. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class CallsController {
  private static final String HERE = EffectController.CAMPAIGN + "/calls";

  /** Beginning of the field of a week, before its Monday. */
  private static final String WEEK = "week-";

  private final Campaigns campaigns;
  private final CampaignWeeks weeks;

  CallsController(Campaigns campaigns, CampaignWeeks weeks) {
    this.campaigns = campaigns;
    this.weeks = weeks;
  }

  @GetMapping(HERE)
  String fill(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    act.form(stored(campaign));
    return form(campaign, act);
  }

  private Map<String, String> stored(Campaign campaign) {
    Map<String, String> stored = new HashMap<>();
    weeks
        .calls(campaign)
        .map(Kept::content)
        .ifPresent(
            calls -> {
              stored.put("line", calls.line());
              stored.put("source", calls.source());
              calls.weeks().forEach((week, number) -> stored.put(WEEK + week, "" + number));
            });
    return stored;
  }

  private String form(Campaign campaign, Act act) {
    return act.with("campaign", campaign)
        .with("version", weeks.calls(campaign).map(Kept::version).orElse(0))
        .with("weeks", weeks.over(campaign))
        .with("form", act.form())
        .show("prevent/effect/calls");
  }

  @PostMapping(HERE)
  String enter(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    Filled form = act.form();
    Map<String, Integer> numbers = new HashMap<>();
    for (LocalDate monday : weeks.over(campaign)) {
      Optional<Integer> number = form.number(WEEK + monday, 0, CampaignWeeks.MOST);
      number.ifPresent(one -> numbers.put(monday.toString(), one));
    }
    Calls calls =
        new Calls(
            form.neededText("line", Filled.SHORT),
            form.neededText("source", Filled.SHORT),
            numbers);
    int version = form.version();
    return act.refusalsAt("line")
        .submit(
            () -> form(campaign, act),
            () -> {
              weeks.enter(act.who(), id, version, calls);
              act.notice("good", "effect.calls.entered");
              return EffectController.at(id);
            },
            () -> Filled.with(stored(campaigns.find(id))));
  }
}
