package org.passerelle.demo.prevention;

import static org.passerelle.language.ResourceYaml.map;
import static org.passerelle.language.ResourceYaml.maps;
import static org.passerelle.language.ResourceYaml.text;
import static org.passerelle.language.ResourceYaml.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prevent.campaign.CampaignBrief;
import org.passerelle.prevent.campaign.CampaignMaterial;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.Calls;
import org.passerelle.prevent.effect.CampaignWeeks;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.effect.SurveyTable;
import org.passerelle.prevent.effect.Surveys;
import org.springframework.stereotype.Component;

/**
 * Campaigns of the demonstration: one that runs, with calls to a helpline by week, and one that has
 * ended, with a survey. Thread-safe.
 */
@Component
public class DemoCampaigns {
  private final Campaigns campaigns;
  private final CampaignReach reach;
  private final CampaignWeeks weeks;
  private final Surveys surveys;
  private final DemoDays days;

  DemoCampaigns(
      Campaigns campaigns,
      CampaignReach reach,
      CampaignWeeks weeks,
      Surveys surveys,
      DemoDays days) {
    this.campaigns = campaigns;
    this.reach = reach;
    this.weeks = weeks;
    this.surveys = surveys;
    this.days = days;
  }

  /** Does nothing if there is a campaign. */
  public void enter(SignedIn manager) {
    if (campaigns.list().isEmpty()) {
      maps(ResourceYaml.read(DemoDays.FILE).get("campaigns"))
          .forEach(campaign -> enter(manager, campaign));
    }
  }

  private void enter(SignedIn manager, Map<String, Object> campaign) {
    UUID id = campaigns.enter(manager, sheet(campaign));
    for (Map<String, Object> one : maps(campaign.get("materials"))) {
      campaigns.addMaterial(manager, id, material(one));
    }
    for (Map<String, Object> one : maps(campaign.get("briefs"))) {
      campaigns.addBrief(
          manager, id, new CampaignBrief(text(one, "country"), text(one, "text").strip()));
    }
    for (Map<String, Object> one : maps(campaign.get("reach"))) {
      reach.enter(manager, id, reached(one), null);
    }
    if (campaign.containsKey("calls")) {
      weeks.enter(manager, id, 0, calls(id, map(campaign.get("calls"))));
    }
    if (campaign.containsKey("survey")) {
      surveys.enter(manager, id, survey(map(campaign.get("survey"))));
    }
  }

  private CampaignSheet sheet(Map<String, Object> campaign) {
    return new CampaignSheet(
        text(campaign, "title"),
        text(campaign, "audience"),
        text(campaign, "says").strip(),
        texts(campaign.get("countries")),
        text(campaign, "areas"),
        texts(campaign.get("languages")),
        texts(campaign.get("channels")),
        text(campaign, "channel-words"),
        days.of(campaign, "from"),
        days.of(campaign, "until"),
        text(campaign, "responsible"),
        text(campaign, "measure"),
        "",
        false);
  }

  private CampaignMaterial material(Map<String, Object> one) {
    return new CampaignMaterial(
        text(one, "name"),
        text(one, "kind"),
        map(one.get("versions")).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, version -> version.getValue().toString())),
        text(one, "holder"),
        text(one, "basis"),
        text(one, "basis-words"),
        one.containsKey("until") ? days.of(one, "until") : null,
        text(one, "place"));
  }

  private Reach.Draft reached(Map<String, Object> one) {
    return new Reach.Draft(
        text(one, "channel"),
        DemoDays.number(one, "number"),
        text(one, "unit"),
        days.of(one, "from"),
        days.of(one, "until"),
        text(one, "source"),
        text(one, "method"));
  }

  /** Calls in the weeks that are over, in their order. */
  private Calls calls(UUID id, Map<String, Object> calls) {
    List<String> numbers = texts(calls.get("weeks"));
    List<LocalDate> over = weeks.over(campaigns.find(id));
    Map<String, Integer> byWeek = new HashMap<>();
    for (int i = 0; i < Math.min(numbers.size(), over.size()); i++) {
      byWeek.put(over.get(i).toString(), Integer.valueOf(numbers.get(i)));
    }
    return new Calls(text(calls, "line"), text(calls, "source"), byWeek);
  }

  private static Survey survey(Map<String, Object> survey) {
    return new Survey(
        text(survey, "source"),
        text(survey, "sample"),
        text(survey, "method"),
        text(survey, "people"),
        table("/" + text(survey, "table")).questions());
  }

  private static SurveyTable table(String file) {
    try (InputStream in =
        Objects.requireNonNull(DemoCampaigns.class.getResourceAsStream(file), file)) {
      return SurveyTable.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
