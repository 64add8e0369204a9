package org.passerelle.prosecute.hit.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.hit.OfficeHit;
import org.passerelle.prosecute.hit.OfficeHits;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.investigation.web.OfficeNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether other offices know a suspect: asking, what came of it, whom to call. */
@Controller
@Investigators
class OfficeHitsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/hits";
  private static final int REASON = 2000;
  private final OfficeHits hits;
  private final OfficeNames offices;
  private final InvestigationPages pages;

  OfficeHitsController(OfficeHits hits, OfficeNames offices, InvestigationPages pages) {
    this.hits = hits;
    this.offices = offices;
    this.pages = pages;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "hits", act);
    List<OfficeHit> found = hits.of(id, act.who());
    return act.with("head", head)
        .with("hits", found)
        .with("asked", hits.asked(id, act.who()))
        .with("suspects", askable(id, act))
        .with("offices", offices.of(found.stream().map(OfficeHit::office), act.language()))
        .show("prosecute/hit/all");
  }

  private List<Option> askable(UUID id, Act act) {
    return hits.askable(id, act.who()).stream()
        .map(
            one ->
                new Option(
                    one.id().toString(),
                    one.identity() == null
                        ? one.called()
                        : one.called() + " " + one.identity().name()))
        .toList();
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.hit-asked")
  String ask(@PathVariable UUID id, Act act) {
    String suspect = act.form().neededCode("suspect", askable(id, act));
    String reason = act.form().neededText("reason", REASON);
    return act.submit(
        () -> page(id, act),
        InvestigationPages.HERE + "/" + id + "/hits",
        () -> hits.ask(id, UUID.fromString(suspect), reason, act.who()));
  }

  @PostMapping(ALL + "/{hit}")
  @Confirmed("prosecute.done.saved")
  String note(@PathVariable UUID id, @PathVariable UUID hit, Act act) {
    return act.submit(
        () -> page(id, act),
        InvestigationPages.HERE + "/" + id + "/hits",
        () -> hits.note(id, hit, act.who()));
  }
}
