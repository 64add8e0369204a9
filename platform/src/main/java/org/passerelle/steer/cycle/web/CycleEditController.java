package org.passerelle.steer.cycle.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Difference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes, submits and amends a report or programme, and shows what an amendment changes. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class CycleEditController {
  private final Cycle cycle;
  private final CycleController pages;

  CycleEditController(Cycle cycle, CycleController pages) {
    this.cycle = cycle;
    this.pages = pages;
  }

  @GetMapping("/steer/cycle/{id}/sections/{key}")
  String fill(@PathVariable UUID id, @PathVariable String key, Act act) {
    act.form(stored(section(cycle.need(id), key)));
    return form(id, key, act);
  }

  @PostMapping("/steer/cycle/{id}/sections/{key}")
  String edit(@PathVariable UUID id, @PathVariable String key, Act act) {
    CycleDocument document = cycle.need(id);
    section(document, key);
    Filled form = act.form();
    Map<String, String> heading = new LinkedHashMap<>();
    Map<String, String> text = new LinkedHashMap<>();
    for (String language : Wording.LANGUAGES) {
      heading.put(language, form.text("heading." + language, Filled.SHORT));
      text.put(language, form.text("text." + language, Filled.LONG));
    }
    return act.submit(
        () -> form(id, key, act),
        () -> {
          cycle.edit(document, form.version(), key, heading, text, form.ticked("fits"));
          act.notice("good", "cycle.saved");
          return "/steer/cycle/" + id + "#" + key;
        },
        () -> stored(section(cycle.need(id), key)));
  }

  @PostMapping("/steer/cycle/{id}/submit")
  String submit(@PathVariable UUID id, Act act) {
    CycleDocument document = cycle.need(id);
    LocalDate today = act.page().moments().today();
    LocalDate session = act.form().neededDay("session", CycleController.latest(act.page()), today);
    return act.submit(
        () -> pages.show(id, act),
        () -> {
          cycle.submit(act.who(), document, act.form().version(), session);
          act.notice("good", "cycle.submitted");
          return "/steer/cycle/" + id;
        });
  }

  @PostMapping("/steer/cycle/{id}/amend")
  String amend(@PathVariable UUID id, Act act) {
    return act.once(() -> "/steer/cycle/" + cycle.amend(act.who(), cycle.need(id)).id());
  }

  @GetMapping("/steer/cycle/{id}/difference")
  @Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String difference(@PathVariable UUID id, Act act) {
    CycleDocument document = cycle.need(id);
    UUID amends = document.amends();
    if (amends == null) {
      throw new NotFound();
    }
    CycleDocument before = cycle.need(amends);
    List<CyclePage.Changed> changed = new ArrayList<>();
    for (Values section : document.sections()) {
      changed.add(
          new CyclePage.Changed(
              section.wording("heading").in(act.language()),
              Difference.between(
                  told(before, section.text("key"), act.language()),
                  told(document, section.text("key"), act.language()))));
    }
    return act.with("document", document)
        .with("title", CycleController.title(document, act.page()))
        .show(
            "steer/cycle/difference", changed.stream().filter(CyclePage.Changed::differs).toList());
  }

  private static String told(CycleDocument document, String key, Language language) {
    return document.sections().stream()
        .filter(s -> s.text("key").equals(key))
        .map(s -> s.wording("heading").in(language) + "\n\n" + s.wording("text").in(language))
        .findFirst()
        .orElse("");
  }

  private static Filled stored(Values section) {
    Map<String, String> stored = new LinkedHashMap<>();
    for (String field : List.of("heading", "text")) {
      section.wording(field).byLanguage().forEach((l, t) -> stored.put(field + "." + l, t));
    }
    return Filled.with(stored);
  }

  private String form(UUID id, String key, Act act) {
    CycleDocument document = cycle.need(id);
    return act.with("document", document)
        .with("form", act.form())
        .show("steer/cycle/section", section(document, key));
  }

  private static Values section(CycleDocument document, String key) {
    return document.sections().stream()
        .filter(s -> s.text("key").equals(key) && document.open())
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
