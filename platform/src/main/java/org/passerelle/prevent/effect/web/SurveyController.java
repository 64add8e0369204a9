package org.passerelle.prevent.effect.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.effect.SurveyTable;
import org.passerelle.prevent.effect.Surveys;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Imports the table of a survey, replaces it, and takes it out of use. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class SurveyController {
  private static final String ALL = EffectController.CAMPAIGN + "/surveys";
  private static final String ONE = ALL + "/{part}";
  private static final String FILE = "file";
  private static final String PEOPLE = "people";
  private static final int TEXT = 2_000;
  private final Campaigns campaigns;
  private final Surveys surveys;

  SurveyController(Campaigns campaigns, Surveys surveys) {
    this.campaigns = campaigns;
    this.surveys = surveys;
  }

  private static String at(UUID id) {
    return "/prevent/campaigns/" + id + "/surveys";
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return form(campaigns.find(id), at(id), 0, List.of(), act);
  }

  private static String form(
      Campaign campaign, String action, int version, List<SurveyTable.Fault> faults, Act act) {
    return act.with("campaign", campaign)
        .with("action", action)
        .with("version", version)
        .with("faults", faults)
        .with(PEOPLE, people(act))
        .with("form", act.form())
        .show("prevent/effect/survey");
  }

  private static List<Option> people(Act act) {
    return Survey.PEOPLE.stream()
        .map(code -> new Option(code, act.text("effect.people." + code)))
        .toList();
  }

  /** The table that was sent; with a fault the form says which. */
  private static SurveyTable table(Act act) {
    SurveyTable none = new SurveyTable(List.of(), List.of());
    byte[] file = act.file(FILE);
    if (file.length == 0) {
      act.form().errors().add(FILE, "effect.refused.nothing");
      return none;
    }
    try {
      SurveyTable table = SurveyTable.read(new ByteArrayInputStream(file));
      if (!table.faults().isEmpty()) {
        act.form().errors().add(FILE, "effect.refused.faults", table.faults().size());
      }
      return table;
    } catch (Refused refused) {
      act.form().errors().add(FILE, refused.key(), refused.arguments());
      return none;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Survey survey(SurveyTable table, Act act) {
    Filled form = act.form();
    return new Survey(
        form.neededText("source", Filled.SHORT),
        form.neededText("sample", TEXT),
        form.neededText("method", TEXT),
        form.neededCode(PEOPLE, people(act)),
        table.questions());
  }

  @PostMapping(ALL)
  String enter(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    SurveyTable table = table(act);
    Survey survey = survey(table, act);
    return act.refusalsAt(FILE)
        .submit(
            () -> form(campaign, at(id), 0, table.faults(), act),
            () -> {
              surveys.enter(act.who(), id, survey);
              act.notice("good", "effect.survey.entered");
              return EffectController.at(id);
            });
  }

  @GetMapping(ONE)
  String again(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    UUID part = act.partId("part");
    Kept<Survey> stored = surveys.inUse(campaign, part);
    act.form(stated(stored.content()));
    return form(campaign, at(id) + "/" + part, stored.version(), List.of(), act);
  }

  private static Map<String, String> stated(Survey survey) {
    return Map.of(
        "source",
        survey.source(),
        "sample",
        survey.sample(),
        "method",
        survey.method(),
        PEOPLE,
        survey.people());
  }

  @PostMapping(ONE)
  String replace(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    UUID part = act.partId("part");
    Kept<Survey> before = surveys.inUse(campaign, part);
    SurveyTable table = table(act);
    Survey survey = survey(table, act);
    int version = act.form().version();
    return act.refusalsAt(FILE)
        .submit(
            () -> form(campaign, at(id) + "/" + part, before.version(), table.faults(), act),
            () -> {
              surveys.replace(act.who(), id, part, version, survey);
              act.notice("good", "effect.survey.replaced");
              return EffectController.at(id);
            },
            () -> Filled.with(stated(surveys.inUse(campaign, part).content())));
  }

  @PostMapping(ONE + "/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    UUID part = act.partId("part");
    int version = act.form().version();
    return act.once(
        EffectController.at(id),
        () -> {
          surveys.withdraw(act.who(), id, part, version);
          act.notice("good", "effect.survey.withdrawn");
        });
  }
}
