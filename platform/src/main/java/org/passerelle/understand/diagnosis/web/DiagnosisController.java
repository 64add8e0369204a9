package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Recommendations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Diagnoses: the list, a new one, its places and its team. */
@Controller
@Allowed(Role.ANALYST)
class DiagnosisController implements RoomEntries {
  static final String HERE = "/understand/diagnoses";
  private static final int NAME = 100;
  private final Diagnoses diagnoses;
  private final Recommendations recommendations;
  private final DiagnosisPages pages;

  DiagnosisController(Diagnoses diagnoses, Recommendations recommendations, DiagnosisPages pages) {
    this.diagnoses = diagnoses;
    this.recommendations = recommendations;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("understand", 10, "diagnosis.nav", HERE, List.of(Role.ANALYST)));
  }

  @GetMapping(HERE)
  String list(Act act) {
    return act.with("lines", diagnoses.all(act.who())).show("understand/diagnosis/list");
  }

  @GetMapping(HERE + "/new")
  String blank(Act act) {
    act.form(Map.of());
    return act.show("understand/diagnosis/new");
  }

  @PostMapping(HERE)
  String begin(Act act) {
    Filled form = act.form();
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
    return act.submit(
        () -> act.show("understand/diagnosis/new"),
        () -> HERE + "/" + diagnoses.begin(title, scope, question, sites, act.who()));
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(pages.read(id, act.who()), act);
  }

  private String page(DiagnosisPage view, Act act) {
    pages.beside(view, act);
    return act.with("recommendations", recommendations.of(view.diagnosis().id(), act.who()))
        .show("understand/diagnosis/diagnosis", view);
  }

  @PostMapping(HERE + "/{id}/sites")
  String site(@PathVariable UUID id, Act act) {
    DiagnosisPage view = pages.find(id, act.who());
    String name = act.form().neededText("site", Diagnoses.LONGEST_SITE);
    return act.refusalsAt("site")
        .submit(
            () -> page(view, act), HERE + "/" + id, () -> diagnoses.addSite(id, name, act.who()));
  }

  @PostMapping(HERE + "/{id}/team")
  String member(@PathVariable UUID id, Act act) {
    DiagnosisPage view = pages.find(id, act.who());
    String colleague = act.form().neededCode("colleague", view.addable());
    return act.submit(
        () -> page(view, act),
        HERE + "/" + id,
        () -> diagnoses.addMember(id, UUID.fromString(colleague), act.who()));
  }

  @PostMapping(HERE + "/{id}/team/{user}/remove")
  String removeMember(@PathVariable UUID id, @PathVariable UUID user, Act act) {
    return act.once(
        user.equals(act.who().user()) ? HERE : HERE + "/" + id,
        () -> diagnoses.removeMember(id, user, act.who()));
  }
}
