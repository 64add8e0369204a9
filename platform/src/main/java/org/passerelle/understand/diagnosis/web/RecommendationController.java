package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Recommendations;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Recommendations: made by the team of a diagnosis, answered by a programme manager. */
@Controller
class RecommendationController implements RoomEntries {
  private static final String HERE = RecommendationPages.HERE;
  private static final String OF = DiagnosisController.HERE + "/{id}/recommendations";
  private final Recommendations recommendations;
  private final RecommendationPages pages;
  private final DiagnosisPages diagnoses;
  private final Codings codings;

  RecommendationController(
      Recommendations recommendations,
      RecommendationPages pages,
      DiagnosisPages diagnoses,
      Codings codings) {
    this.recommendations = recommendations;
    this.pages = pages;
    this.diagnoses = diagnoses;
    this.codings = codings;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand", 15, "recommendation.title", HERE, List.of(Role.PROGRAMME_MANAGER)));
  }

  @GetMapping(HERE)
  @Allowed(Role.PROGRAMME_MANAGER)
  String list(Act act) {
    return act.show(
        "understand/diagnosis/recommendations",
        pages.page(recommendations.all(act.who()), act.who(), act.page()));
  }

  @GetMapping(HERE + "/{id}")
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER})
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.show(
        "understand/diagnosis/recommendation",
        pages.page(List.of(recommendations.read(id, act.who())), act.who(), act.page()));
  }

  @PostMapping(HERE + "/{id}")
  @Allowed(Role.PROGRAMME_MANAGER)
  String answer(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    boolean declined = form.neededCode("as", Set.of("taken-up", "declined")).equals("declined");
    String measure = declined ? "" : form.code("measure", pages.choices(act.who(), act.page()));
    String reason = form.text("reason", Filled.LONG);
    if (form.errors().isEmpty() && !declined && measure.isEmpty()) {
      form.errors().add("measure", "form.error.required");
    }
    if (declined && reason.isEmpty()) {
      form.errors().add("reason", "recommendation.refused.reason");
    }
    return act.refusalsAt("as")
        .submit(
            () -> page(id, act),
            () -> {
              recommendations.answer(id, form.version(), measure, reason, act.who());
              act.notice("good", "recommendation.answered");
              return HERE + "/" + id;
            },
            () -> RecommendationPages.stands(recommendations.read(id, act.who())));
  }

  @GetMapping(OF + "/new")
  @Allowed(Role.ANALYST)
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return form(id, act);
  }

  private String form(UUID diagnosis, Act act) {
    return act.with("themes", CodedPage.choices(codings.themes(diagnosis, act.who()), act.page()))
        .show("understand/diagnosis/newrecommendation", diagnoses.find(diagnosis, act.who()));
  }

  @PostMapping(OF)
  @Allowed(Role.ANALYST)
  String make(@PathVariable UUID id, Act act) {
    String content = act.form().neededText("says", Filled.LONG);
    String theme = act.form().code("theme", Theme.codes(codings.themes(id, act.who())));
    return act.submit(
        () -> form(id, act),
        DiagnosisController.HERE + "/" + id + "#recommendations",
        () -> recommendations.make(id, theme, content, act.who()));
  }
}
