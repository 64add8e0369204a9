package org.passerelle.understand.diagnosis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Recommendations;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Diagnoses: the list, a new one, its places and its team. */
@Controller
@Allowed(Role.ANALYST)
class DiagnosisController implements RoomEntries {
  static final String HERE = "/understand/diagnoses";
  private static final int NAME = 100;
  private final Diagnoses diagnoses;
  private final Recommendations recommendations;
  private final DiagnosisPages pages;
  private final OnceOnly once;

  DiagnosisController(
      Diagnoses diagnoses, Recommendations recommendations, DiagnosisPages pages, OnceOnly once) {
    this.diagnoses = diagnoses;
    this.recommendations = recommendations;
    this.pages = pages;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("understand", 10, "diagnosis.nav", HERE, List.of(Role.ANALYST)));
  }

  @GetMapping(HERE)
  String list(@AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("lines", diagnoses.all(who));
    return "understand/diagnosis/list";
  }

  @GetMapping(HERE + "/new")
  String blank(Model model) {
    return form(Filled.with(Map.of()), model);
  }

  private static String form(Filled form, Model model) {
    model.addAttribute("form", form);
    return "understand/diagnosis/new";
  }

  @PostMapping(HERE)
  String begin(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String title = form.neededText("title", NAME);
    String question = form.neededText("question", Filled.LONG);
    String scope = form.neededText("scope", Filled.LONG);
    List<String> sites =
        form.neededText("sites", Filled.LONG)
            .lines()
            .map(String::strip)
            .filter(site -> !site.isEmpty())
            .distinct()
            .toList();
    if (sites.size() > Diagnoses.MOST_SITES
        || sites.stream().anyMatch(site -> site.length() > Diagnoses.LONGEST_SITE)) {
      form.errors()
          .add("sites", "diagnosis.sites.error", Diagnoses.MOST_SITES, Diagnoses.LONGEST_SITE);
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, model);
    }
    return once.run(
        form.once(), who, () -> HERE + "/" + diagnoses.begin(title, scope, question, sites, who));
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return show(pages.read(id, who), Filled.with(Map.of()), who, model);
  }

  private String show(DiagnosisPage view, Filled form, SignedIn who, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("recommendations", recommendations.of(view.diagnosis().id(), who));
    pages.beside(view, who, model);
    model.addAttribute("form", form);
    return "understand/diagnosis/diagnosis";
  }

  @PostMapping(HERE + "/{id}/sites")
  String site(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    DiagnosisPage view = pages.find(id, who);
    Filled form = Filled.of(sent);
    String name = form.neededText("site", Diagnoses.LONGEST_SITE);
    if (view.sites().size() >= Diagnoses.MOST_SITES) {
      form.errors()
          .add("site", "diagnosis.sites.error", Diagnoses.MOST_SITES, Diagnoses.LONGEST_SITE);
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(view, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          diagnoses.addSite(id, name, who);
          return HERE + "/" + id;
        });
  }

  @PostMapping(HERE + "/{id}/team")
  String member(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    DiagnosisPage view = pages.find(id, who);
    Filled form = Filled.of(sent);
    Set<String> analysts =
        view.addable().stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
    String colleague = form.neededCode("colleague", analysts);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(view, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          diagnoses.addMember(id, UUID.fromString(colleague), who);
          return HERE + "/" + id;
        });
  }

  @PostMapping(HERE + "/{id}/team/{user}/remove")
  String removeMember(
      @PathVariable UUID id,
      @PathVariable UUID user,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          diagnoses.removeMember(id, user, who);
          return user.equals(who.user()) ? HERE : HERE + "/" + id;
        });
  }
}
