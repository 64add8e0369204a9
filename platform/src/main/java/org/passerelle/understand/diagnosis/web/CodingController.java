package org.passerelle.understand.diagnosis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Refused;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Overviews;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Codes of passages, themes, memos, and what the codes say together. */
@Controller
@Allowed(Role.ANALYST)
class CodingController {
  private static final String HERE = DiagnosisController.HERE;
  private static final String INTERVIEW = HERE + "/interviews";
  private static final int NAME = 100;
  private final Codings codings;
  private final Overviews overviews;
  private final DiagnosisPages pages;
  private final OnceOnly once;

  CodingController(Codings codings, Overviews overviews, DiagnosisPages pages, OnceOnly once) {
    this.codings = codings;
    this.overviews = overviews;
    this.pages = pages;
    this.once = once;
  }

  @GetMapping(HERE + "/{id}/coding")
  String overview(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return overview(id, Filled.with(Map.of()), who, model);
  }

  private String overview(UUID id, Filled form, SignedIn who, Model model) {
    model.addAttribute("view", pages.read(id, who));
    model.addAttribute("themes", codings.themes(id, who));
    model.addAttribute("overview", overviews.of(id, who));
    model.addAttribute("form", form);
    return "understand/diagnosis/coding";
  }

  @PostMapping(HERE + "/{id}/themes")
  String theme(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String parent = form.neededCode("parent", Set.copyOf(Theme.SHIPPED));
    String name = form.neededText("name", NAME);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return overview(id, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          codings.addTheme(id, parent, name, who);
          return HERE + "/" + id + "/coding";
        });
  }

  @PostMapping(INTERVIEW + "/{id}/codes")
  String code(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    UUID diagnosis = pages.diagnosisOf(id, who);
    Set<String> themes =
        codings.themes(diagnosis, who).stream()
            .map(Theme::code)
            .collect(Collectors.toUnmodifiableSet());
    String quote = form.neededText("quote", Filled.LONG);
    String theme = form.neededCode("theme", themes);
    int near = form.number("near", 0, Integer.MAX_VALUE).orElse(-1);
    return orShown(
        id, "quote", () -> codings.code(id, theme, quote, near, who), form, who, response, model);
  }

  @PostMapping(INTERVIEW + "/{id}/codes/{coding}/remove")
  String remove(
      @PathVariable UUID id,
      @PathVariable UUID coding,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          codings.remove(id, coding, who);
          return INTERVIEW + "/" + id;
        });
  }

  @PostMapping(INTERVIEW + "/{id}/coded")
  String finish(
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          codings.finish(id, who);
          return INTERVIEW + "/" + id;
        });
  }

  @PostMapping(INTERVIEW + "/{id}/memos")
  String memo(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String memo = form.neededText("memo", Filled.LONG);
    return orShown(id, "memo", () -> codings.note(id, memo, who), form, who, response, model);
  }

  /**
   * Does it and leads back to the interview, or shows the form again with what stands in the way.
   */
  private String orShown(
      UUID interview,
      String field,
      Runnable work,
      Filled form,
      SignedIn who,
      HttpServletResponse response,
      Model model) {
    if (form.errors().isEmpty()) {
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              work.run();
              return INTERVIEW + "/" + interview;
            });
      } catch (Refused refused) {
        form.errors().add(field, refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return pages.interview(interview, form, who, model);
  }
}
