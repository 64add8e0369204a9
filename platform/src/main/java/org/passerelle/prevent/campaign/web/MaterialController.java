package org.passerelle.prevent.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignMaterial;
import org.passerelle.prevent.campaign.Campaigns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Materials of a campaign. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class MaterialController {
  private static final String ALL = CampaignsController.ONE + "/materials";
  private static final String ONE = ALL + "/{part}";
  private static final int VERSION = 100;
  private final Campaigns campaigns;
  private final CampaignWords words;

  MaterialController(Campaigns campaigns, CampaignWords words) {
    this.campaigns = campaigns;
    this.words = words;
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return form(campaigns.find(id), at(id), 0, List.of(), act);
  }

  private static String at(UUID id) {
    return CampaignsController.at(id) + "/materials";
  }

  /** The form asks for a version in each language of the campaign, or that the material has. */
  private String form(Campaign campaign, String action, int version, List<String> spoken, Act act) {
    return act.with("campaign", campaign)
        .with("action", action)
        .with("version", version)
        .with("versions", versions(campaign, spoken))
        .with("kinds", CampaignForms.options(CampaignMaterial.KINDS, "campaign.kind.", act))
        .with("bases", CampaignForms.options(CampaignMaterial.BASES, "campaign.basis.", act))
        .with("said", words.in(act.page()))
        .with("form", act.form())
        .show("prevent/campaign/material");
  }

  private static List<String> versions(Campaign campaign, List<String> spoken) {
    List<String> languages = new ArrayList<>(campaign.sheet().languages());
    new TreeSet<>(spoken).stream().filter(one -> !languages.contains(one)).forEach(languages::add);
    return languages.stream().map(language -> CampaignMaterial.VERSION + language).toList();
  }

  private static CampaignMaterial material(Campaign campaign, List<String> spoken, Act act) {
    Filled form = act.form();
    String name = form.neededText("name", Filled.SHORT);
    String kind =
        form.neededCode(
            "kind", CampaignForms.options(CampaignMaterial.KINDS, "campaign.kind.", act));
    Map<String, String> versions = new TreeMap<>();
    for (String field : versions(campaign, spoken)) {
      String version = form.text(field, VERSION);
      if (!version.isEmpty()) {
        versions.put(field.substring(CampaignMaterial.VERSION.length()), version);
      }
    }
    return new CampaignMaterial(
        name,
        kind,
        versions,
        form.neededText("holder", Filled.SHORT),
        form.neededCode(
            "basis", CampaignForms.options(CampaignMaterial.BASES, "campaign.basis.", act)),
        form.text("basis-words", Filled.SHORT),
        form.day("rights-until", CampaignForms.latest(act)).orElse(null),
        form.neededText("place", Filled.SHORT));
  }

  @PostMapping(ALL)
  String add(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    CampaignMaterial material = material(campaign, List.of(), act);
    return act.refusalsAt("name")
        .submit(
            () -> form(campaign, at(id), 0, List.of(), act),
            saved(id, act, () -> campaigns.addMaterial(act.who(), id, material)));
  }

  private static Supplier<String> saved(UUID id, Act act, Runnable work) {
    return () -> {
      work.run();
      act.notice("good", "campaign.material.saved");
      return CampaignsController.at(id);
    };
  }

  @GetMapping(ONE)
  String edit(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    Campaign.Part<CampaignMaterial> material = campaigns.material(id, part);
    act.form(CampaignForms.filled(material.text().fields()));
    return form(
        campaigns.find(id),
        at(id) + "/" + part,
        material.version(),
        material.text().languages(),
        act);
  }

  @PostMapping(ONE)
  String change(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    Campaign campaign = campaigns.find(id);
    Campaign.Part<CampaignMaterial> before = campaigns.material(id, part);
    List<String> spoken = before.text().languages();
    CampaignMaterial material = material(campaign, spoken, act);
    int version = act.form().version();
    return act.refusalsAt("name")
        .submit(
            () -> form(campaign, at(id) + "/" + part, before.version(), spoken, act),
            saved(id, act, () -> campaigns.changeMaterial(act.who(), id, part, version, material)),
            () ->
                CampaignForms.stands(
                    campaigns.material(id, part).text().fields(), act, words.in(act.page())));
  }

  @PostMapping(ONE + "/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    return act.once(
        CampaignsController.at(id),
        () -> {
          campaigns.withdraw(act.who(), id, part);
          act.notice("good", "campaign.material.withdrawn");
        });
  }
}
