package org.passerelle.understand.diagnosis.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Recommendation;
import org.passerelle.understand.diagnosis.Recommendations;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recommendations: made by the team of a diagnosis, answered by a programme manager. */
@Controller
class RecommendationController implements RoomEntries {
  private static final String HERE = RecommendationPages.HERE;
  private static final String OF = DiagnosisController.HERE + "/{id}/recommendations";
  private final Recommendations recommendations;
  private final RecommendationPages pages;
  private final DiagnosisPages diagnoses;
  private final Codings codings;
  private final OnceOnly once;

  RecommendationController(
      Recommendations recommendations,
      RecommendationPages pages,
      DiagnosisPages diagnoses,
      Codings codings,
      OnceOnly once) {
    this.recommendations = recommendations;
    this.pages = pages;
    this.diagnoses = diagnoses;
    this.codings = codings;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand", 15, "recommendation.title", HERE, List.of(Role.PROGRAMME_MANAGER)));
  }

  @GetMapping(HERE)
  @Allowed(Role.PROGRAMME_MANAGER)
  String list(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("view", pages.page(recommendations.all(who), who, page));
    return "understand/diagnosis/recommendations";
  }

  @GetMapping(HERE + "/{id}")
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER})
  String show(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show(recommendations.read(id, who), Filled.with(Map.of()), page, who, model);
  }

  private String show(Recommendation found, Filled form, Page page, SignedIn who, Model model) {
    model.addAttribute("view", pages.page(List.of(found), who, page));
    model.addAttribute("form", form);
    return "understand/diagnosis/recommendation";
  }

  @PostMapping(HERE + "/{id}")
  @Allowed(Role.PROGRAMME_MANAGER)
  String answer(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    Recommendation found = recommendations.read(id, who);
    boolean declined = form.neededCode("as", Set.of("taken-up", "declined")).equals("declined");
    Set<String> measures = values(pages.page(List.of(found), who, page).choices());
    String measure = declined ? "" : form.code("measure", measures);
    String reason = form.text("reason", Filled.LONG);
    if (form.errors().isEmpty() && !declined && measure.isEmpty()) {
      form.errors().add("measure", "form.error.required");
    }
    if (declined && reason.isEmpty()) {
      form.errors().add("reason", "recommendation.refused.reason");
    }
    if (form.errors().isEmpty()) {
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              recommendations.answer(id, form.version(), measure, reason, who);
              Notices.leave(request, "good", page.text("recommendation.answered"));
              return HERE + "/" + id;
            });
      } catch (Refused refused) {
        form.errors().add("as", refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(found, form, page, who, model);
  }

  @GetMapping(OF + "/new")
  @Allowed(Role.ANALYST)
  String blank(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return form(id, Filled.with(Map.of()), page, who, model);
  }

  private String form(UUID diagnosis, Filled form, Page page, SignedIn who, Model model) {
    model.addAttribute("view", diagnoses.find(diagnosis, who));
    model.addAttribute("themes", CodedPage.choices(codings.themes(diagnosis, who), page));
    model.addAttribute("form", form);
    return "understand/diagnosis/newrecommendation";
  }

  @PostMapping(OF)
  @Allowed(Role.ANALYST)
  String make(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    Set<String> themes =
        codings.themes(id, who).stream().map(Theme::code).collect(Collectors.toUnmodifiableSet());
    String content = form.neededText("says", Filled.LONG);
    String theme = form.code("theme", themes);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(id, form, page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          recommendations.make(id, theme, content, who);
          return DiagnosisController.HERE + "/" + id + "#recommendations";
        });
  }

  private static Set<String> values(List<Option> options) {
    return options.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
  }
}
