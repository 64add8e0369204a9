package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.campaign.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Enters whom a campaign reached, and corrects it by another entry. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class ReachController {
  private static final String ALL = CampaignsController.ONE + "/reach";
  private static final String STRIKES = "strikes";
  private static final int TEXT = 2_000;
  private static final int MOST = 999_999_999;
  private final Campaigns campaigns;
  private final CampaignReach reach;
  private final CampaignWords words;

  ReachController(Campaigns campaigns, CampaignReach reach, CampaignWords words) {
    this.campaigns = campaigns;
    this.reach = reach;
    this.words = words;
  }

  /** A form with what the entry to be corrected says, if there is one. */
  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    UUID strikes = act.asked().id(STRIKES).orElse(null);
    act.form(strikes == null ? Map.of() : said(reach.standing(id, strikes)));
    return form(campaign, strikes, act);
  }

  private static Map<String, String> said(Reach entry) {
    Reach.Draft draft = entry.draft();
    Map<String, String> said = new LinkedHashMap<>();
    said.put("channel", draft.channel());
    said.put("number", String.valueOf(draft.number()));
    said.put("unit", draft.unit());
    said.put("from", draft.from().toString());
    said.put("until", draft.until().toString());
    said.put("source", draft.source());
    said.put("method", draft.method());
    return said;
  }

  private String form(Campaign campaign, @Nullable UUID strikes, Act act) {
    return act.with("campaign", campaign)
        .with(STRIKES, strikes == null ? "" : strikes.toString())
        .with("channels", channels(act))
        .with("units", units(act))
        .with("said", words.in(act.page()))
        .with("form", act.form())
        .show("prevent/campaign/reach");
  }

  private static List<Option> channels(Act act) {
    return CampaignForms.options(CampaignSheet.CHANNELS, "campaign.channel.", act);
  }

  private static List<Option> units(Act act) {
    return CampaignForms.options(Reach.UNITS, "campaign.unit.", act);
  }

  @PostMapping(ALL)
  String enter(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    UUID strikes = form.id(STRIKES).orElse(null);
    Reach.Draft draft =
        new Reach.Draft(
            form.neededCode("channel", channels(act)),
            form.neededNumber("number", 0, MOST),
            form.neededCode("unit", units(act)),
            form.neededDay("from", today, today),
            form.neededDay("until", today, today),
            form.neededText("source", Filled.SHORT),
            form.neededText("method", TEXT));
    return act.refusalsAt("number")
        .submit(
            () -> form(campaign, strikes, act),
            () -> {
              reach.enter(act.who(), id, draft, strikes);
              act.notice(
                  "good", strikes == null ? "campaign.reach.entered" : "campaign.reach.corrected");
              return CampaignsController.at(id);
            });
  }
}
