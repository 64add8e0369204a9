package org.passerelle.prevent.campaign.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignBrief;
import org.passerelle.prevent.campaign.Campaigns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a country of origin needs to know. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class BriefController {
  private static final String ALL = CampaignsController.ONE + "/countries";
  private static final String ONE = ALL + "/{part}";
  private static final String COUNTRY = "country";
  private static final String TEXT = "text";
  private final Campaigns campaigns;
  private final CampaignWords words;

  BriefController(Campaigns campaigns, CampaignWords words) {
    this.campaigns = campaigns;
    this.words = words;
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return form(campaigns.find(id), at(id), "", 0, act);
  }

  private static String at(UUID id) {
    return CampaignsController.at(id) + "/countries";
  }

  /**
   * The form.
   *
   * @param country for which there is a text already; empty if it is to be chosen
   */
  private String form(Campaign campaign, String action, String country, int version, Act act) {
    return act.with("campaign", campaign)
        .with("action", action)
        .with(COUNTRY, country)
        .with("version", version)
        .with("countries", words.countries(act.language()))
        .with("said", words.in(act.page()))
        .with("form", act.form())
        .show("prevent/campaign/brief");
  }

  @PostMapping(ALL)
  String add(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    CampaignBrief brief =
        new CampaignBrief(
            act.form().neededCode(COUNTRY, words.countries(act.language())),
            act.form().neededText(TEXT, Filled.LONG));
    return act.refusalsAt(TEXT)
        .submit(
            () -> form(campaign, at(id), "", 0, act),
            () -> {
              campaigns.addBrief(act.who(), id, brief);
              act.notice("good", "campaign.brief.saved");
              return CampaignsController.at(id);
            });
  }

  @GetMapping(ONE)
  String edit(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    Campaign.Part<CampaignBrief> brief = campaigns.brief(id, part);
    act.form(Map.of(TEXT, brief.text().text()));
    return form(
        campaigns.find(id), at(id) + "/" + part, brief.text().country(), brief.version(), act);
  }

  @PostMapping(ONE)
  String change(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    Campaign campaign = campaigns.find(id);
    Campaign.Part<CampaignBrief> before = campaigns.brief(id, part);
    String text = act.form().neededText(TEXT, Filled.LONG);
    int version = act.form().version();
    return act.refusalsAt(TEXT)
        .submit(
            () ->
                form(campaign, at(id) + "/" + part, before.text().country(), before.version(), act),
            () -> {
              campaigns.changeBrief(act.who(), id, part, version, text);
              act.notice("good", "campaign.brief.saved");
              return CampaignsController.at(id);
            },
            () -> Filled.with(Map.of(TEXT, campaigns.brief(id, part).text().text())));
  }
}
