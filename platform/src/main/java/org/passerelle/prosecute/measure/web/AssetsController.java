package org.passerelle.prosecute.measure.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.Amounts;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Assets of an investigation and what became of them. */
@Controller
@Investigators
class AssetsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/assets";
  private final Assets assets;
  private final SuspectChoice suspects;
  private final InvestigationPages pages;
  private final CodeOptions options;

  AssetsController(
      Assets assets, SuspectChoice suspects, InvestigationPages pages, CodeOptions options) {
    this.assets = assets;
    this.suspects = suspects;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "assets", act);
    act.form(Map.of("country", head.one().country(), "currency", "EUR"));
    return list(head, act);
  }

  private String list(InvestigationPages.Head head, Act act) {
    UUID id = head.one().id();
    return act.with("head", head)
        .with("assets", assets.of(id, act.who()))
        .with("suspects", suspects.options(id, act))
        .with("called", suspects.called(id, act))
        .show("prosecute/measure/assets");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.entered")
  String enter(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Asset.Draft draft =
        new Asset.Draft(
            form.neededCode("kind", options.codes("asset_kinds")),
            suspects.chosen(id, act),
            Amounts.read("value", act),
            form.neededCode("currency", options.codes("currencies")),
            form.neededCode("country", options.codes("countries")),
            form.neededText("what", 300));
    return act.submit(
        () -> list(pages.head(id, "assets", act), act),
        () -> at(id, assets.enter(id, draft, act.who())));
  }

  @GetMapping(ALL + "/{asset}")
  String one(@PathVariable UUID id, @PathVariable UUID asset, Act act) {
    act.form(Map.of());
    return page(id, asset, act);
  }

  private String page(UUID id, UUID asset, Act act) {
    return act.with("head", pages.head(id, "assets", act))
        .with("asset", assets.find(id, asset, act.who()))
        .with("called", suspects.called(id, act))
        .show("prosecute/measure/asset");
  }

  @PostMapping(ALL + "/{asset}")
  @Confirmed("prosecute.done.entered")
  String step(@PathVariable UUID id, @PathVariable UUID asset, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Assets.StepDraft draft =
        new Assets.StepDraft(
            form.neededCode("kind", Set.copyOf(Asset.STEPS)),
            form.neededDay("on", today, today),
            Amounts.read("amount", act),
            new Asset.Words(form.text("authority", 200), form.text("note", 500)));
    return act.submit(
        () -> page(id, asset, act), at(id, asset), () -> assets.step(id, asset, draft, act.who()));
  }

  @PostMapping(ALL + "/{asset}/steps/{step}/strike")
  @Confirmed("prosecute.done.struck")
  String strike(@PathVariable UUID id, @PathVariable UUID asset, Act act) {
    return act.once(at(id, asset), () -> assets.strike(id, asset, act.partId("step"), act.who()));
  }

  private static String at(UUID id, UUID asset) {
    return InvestigationPages.HERE + "/" + id + "/assets/" + asset;
  }
}
