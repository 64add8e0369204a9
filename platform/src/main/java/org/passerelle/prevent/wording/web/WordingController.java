package org.passerelle.prevent.wording.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.wording.CampaignWordings;
import org.passerelle.prevent.wording.ToldCampaign;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes the texts of a campaign that letters show, in three languages. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class WordingController {
  private static final String HERE = "/prevent/campaigns/{id}/wording";
  private static final String TOLD = "told";
  private static final int LENGTH = 2_000;
  private final CampaignWordings wordings;

  WordingController(CampaignWordings wordings) {
    this.wordings = wordings;
  }

  @GetMapping(HERE)
  String fill(@PathVariable UUID id, Act act) {
    ToldCampaign campaign = wordings.of(id);
    act.form(stored(campaign));
    return form(campaign, act);
  }

  private static Map<String, String> stored(ToldCampaign campaign) {
    Map<String, String> stored = new HashMap<>();
    if (campaign.wording().told()) {
      stored.put(TOLD, "yes");
    }
    for (ToldCampaign.Text text : campaign.all()) {
      campaign
          .in(text.text())
          .byLanguage()
          .forEach((language, words) -> stored.put(field(text, language), words));
    }
    return stored;
  }

  /** Name of the field of a text in a language. */
  static String field(ToldCampaign.Text text, String language) {
    return "t-" + text.key() + "." + language;
  }

  private static String form(ToldCampaign campaign, Act act) {
    List<ToldCampaign.Text> optional = campaign.optional();
    return act.with("version", campaign.version())
        .with("told", List.of(new Option("yes", act.text("campaign.told.yes"))))
        .with("form", act.form())
        .show(
            "prevent/wording/form",
            new WordingPage(
                campaign.campaign(),
                campaign.all().stream()
                    .map(text -> WordingPage.Part.of(text, optional.contains(text), act.page()))
                    .toList()));
  }

  @PostMapping(HERE)
  String write(@PathVariable UUID id, Act act) {
    ToldCampaign campaign = wordings.of(id);
    Filled form = act.form();
    Map<String, Map<String, String>> typed = new HashMap<>();
    for (ToldCampaign.Text text : campaign.all()) {
      Map<String, String> words = new LinkedHashMap<>();
      for (String language : Wording.LANGUAGES) {
        String said = form.text(field(text, language), LENGTH);
        if (!said.isEmpty()) {
          words.put(language, said);
        }
      }
      typed.put(text.key(), words);
    }
    boolean told = form.ticked(TOLD);
    int version = form.version();
    return act.refusalsAt(TOLD)
        .submit(
            () -> form(campaign, act),
            () -> {
              wordings.write(act.who(), id, version, told, typed);
              act.notice("good", told ? "campaign.told.saved" : "campaign.told.saved-not-told");
              return "/prevent/campaigns/" + id;
            },
            () -> Filled.with(stored(wordings.of(id))));
  }
}
