package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Campaigns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Enters and changes campaigns. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class CampaignEditController {
  private static final int TEXT = 4_000;
  private final Campaigns campaigns;
  private final CampaignWords words;

  CampaignEditController(Campaigns campaigns, CampaignWords words) {
    this.campaigns = campaigns;
    this.words = words;
  }

  @GetMapping(CampaignsController.HERE + "/new")
  String blank(Act act) {
    act.form(Map.of());
    return form("", 0, act);
  }

  /**
   * The form.
   *
   * @param at page of the campaign, empty for a new one
   */
  private String form(String at, int version, Act act) {
    List<Option> channels = CampaignForms.options(CampaignSheet.CHANNELS, "campaign.channel.", act);
    return act.with("at", at)
        .with("version", version)
        .with("countries", words.countries(act.language()))
        .with("languages", words.languages(act.language()))
        .with("channels", channels)
        .with("organisations", words.organisations(act.language()))
        .with("measures", words.measures(act.language()))
        .with("moneys", words.moneys(act.language()))
        .with("off", CampaignForms.options(List.of("yes"), "campaign.called-off.", act))
        .with("said", words.in(act.page()))
        .with("form", act.form())
        .show("prevent/campaign/form");
  }

  private CampaignSheet sheet(Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    LocalDate latest = CampaignForms.latest(act);
    return new CampaignSheet(
        form.neededText("title", Filled.SHORT),
        form.neededText("audience", Filled.SHORT),
        form.neededText("says", TEXT),
        CampaignForms.some(act, "countries", words.countries(act.language())),
        form.text("areas", Filled.SHORT),
        CampaignForms.some(act, "languages", words.languages(act.language())),
        CampaignForms.some(
            act,
            "channels",
            CampaignForms.options(CampaignSheet.CHANNELS, "campaign.channel.", act)),
        form.text("channel-words", Filled.SHORT),
        form.neededDay("from", latest, today),
        form.neededDay("until", latest, latest),
        form.neededCode("responsible", words.organisations(act.language())),
        form.neededCode("measure", words.measures(act.language())),
        form.code("money", words.moneys(act.language())),
        form.ticked("called-off"));
  }

  @PostMapping(CampaignsController.HERE)
  String enter(Act act) {
    CampaignSheet sheet = sheet(act);
    return act.refusalsAt("title")
        .submit(
            () -> form("", 0, act),
            () -> {
              UUID id = campaigns.enter(act.who(), sheet);
              act.notice("good", "campaign.entered");
              return CampaignsController.at(id);
            });
  }

  @GetMapping(CampaignsController.ONE + "/edit")
  String edit(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    act.form(CampaignForms.filled(campaign.sheet().fields()));
    return form(CampaignsController.at(id), campaign.version(), act);
  }

  @PostMapping(CampaignsController.ONE)
  String change(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    CampaignSheet sheet = sheet(act);
    int version = act.form().version();
    return act.refusalsAt("title")
        .submit(
            () -> form(CampaignsController.at(id), campaign.version(), act),
            () -> {
              campaigns.change(act.who(), id, version, sheet);
              act.notice("good", "campaign.saved");
              return CampaignsController.at(id);
            },
            () ->
                CampaignForms.stands(
                    campaigns.find(id).sheet().fields(), act, words.in(act.page())));
  }
}
