package org.passerelle.steer.cycle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Difference;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes, submits and amends a report or programme, and shows what an amendment changes. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class CycleEditController {
  private final Cycle cycle;
  private final OnceOnly once;
  private final CycleController pages;

  CycleEditController(Cycle cycle, OnceOnly once, CycleController pages) {
    this.cycle = cycle;
    this.once = once;
    this.pages = pages;
  }

  @GetMapping("/steer/cycle/{id}/sections/{key}")
  String fill(
      @PathVariable UUID id,
      @PathVariable String key,
      @ModelAttribute("page") Page page,
      Model model) {
    CycleDocument document = cycle.need(id);
    Values section = section(document, key);
    Map<String, String> stored = new LinkedHashMap<>();
    section.wording("heading").byLanguage().forEach((l, t) -> stored.put("heading." + l, t));
    section.wording("text").byLanguage().forEach((l, t) -> stored.put("text." + l, t));
    return form(document, section, Filled.with(stored), page, model);
  }

  @PostMapping("/steer/cycle/{id}/sections/{key}")
  String edit(
      @PathVariable UUID id,
      @PathVariable String key,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    CycleDocument document = cycle.need(id);
    Values section = section(document, key);
    Filled form = Filled.of(sent);
    Map<String, String> heading = new LinkedHashMap<>();
    Map<String, String> text = new LinkedHashMap<>();
    for (String language : Wording.LANGUAGES) {
      heading.put(language, form.text("heading." + language, Filled.SHORT));
      text.put(language, form.text("text." + language, Filled.LONG));
    }
    if (!form.errors().isEmpty()) {
      return form(document, section, form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          cycle.edit(document, form.version(), key, heading, text, form.ticked("fits"));
          Notices.leave(request, "good", page.text("cycle.saved"));
          return "/steer/cycle/" + id + "#" + key;
        });
  }

  @PostMapping("/steer/cycle/{id}/submit")
  String submit(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    CycleDocument document = cycle.need(id);
    LocalDate session =
        form.neededDay("session", CycleController.latest(page), page.moments().today());
    if (!Cycle.missing(document).isEmpty()) {
      form.errors().add("session", "cycle.refused.missing");
    }
    if (!form.errors().isEmpty()) {
      return pages.show(document, who, page, model, form);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          cycle.submit(who, document, form.version(), session);
          Notices.leave(request, "good", page.text("cycle.submitted"));
          return "/steer/cycle/" + id;
        });
  }

  @PostMapping("/steer/cycle/{id}/amend")
  String amend(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        Filled.of(sent).once(), who, () -> "/steer/cycle/" + cycle.amend(who, cycle.need(id)).id());
  }

  @GetMapping("/steer/cycle/{id}/difference")
  @Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String difference(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
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
              section.wording("heading").in(page.language()),
              Difference.between(
                  told(before, section.text("key"), page.language()),
                  told(document, section.text("key"), page.language()))));
    }
    model.addAttribute("document", document);
    model.addAttribute("title", CycleController.title(document, page));
    model.addAttribute("changed", changed.stream().filter(CyclePage.Changed::differs).toList());
    return "steer/cycle/difference";
  }

  private static String told(CycleDocument document, String key, Language language) {
    return document.sections().stream()
        .filter(s -> s.text("key").equals(key))
        .map(s -> s.wording("heading").in(language) + "\n\n" + s.wording("text").in(language))
        .findFirst()
        .orElse("");
  }

  private String form(CycleDocument document, Values section, Filled form, Page page, Model model) {
    model.addAttribute("document", document);
    model.addAttribute("section", section);
    model.addAttribute("title", section.wording("heading").in(page.language()));
    model.addAttribute("form", form);
    return "steer/cycle/section";
  }

  private static Values section(CycleDocument document, String key) {
    return document.sections().stream()
        .filter(s -> s.text("key").equals(key) && document.open())
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
