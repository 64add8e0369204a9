package org.passerelle.protect.casework.screening.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Typed;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.screening.OpenScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of an open screening, each saved when the user leaves it. */
@Controller
@RequestMapping("/protect/screenings/{id}")
@Caseworkers
class ScreeningPageController {
  private static final String TO = "to-";

  private final Screenings screenings;
  private final QuestionPages pages;
  private final Origins origins;

  ScreeningPageController(Screenings screenings, QuestionPages pages, Origins origins) {
    this.screenings = screenings;
    this.pages = pages;
    this.origins = origins;
  }

  /** Resumes at the last page, or shows the result. */
  @GetMapping
  String resume(@PathVariable UUID id, Act act) {
    if (screenings.find(act.who(), id).isFinished()) {
      return "redirect:" + address(id) + "/result";
    }
    OpenScreening open = screenings.open(act.who(), id);
    Visibility visibility = new Visibility(open.form(), open.answers());
    List<Section> way = visibility.sections();
    int reached = 0;
    for (int i = 0; i < way.size(); i++) {
      boolean answered =
          visibility.questions(way.get(i)).stream()
              .filter(question -> !question.id().equals("country"))
              .anyMatch(question -> open.answers().of(question.id()).isPresent());
      if (answered) {
        reached = Math.min(i + 1, way.size() - 1);
      }
    }
    return "redirect:" + address(id) + "/pages/" + way.get(reached).id();
  }

  @GetMapping("/pages/{section}")
  String page(@PathVariable UUID id, @PathVariable String section, Act act) {
    if (screenings.find(act.who(), id).isFinished()) {
      return "redirect:" + address(id) + "/result";
    }
    OpenScreening open = screenings.open(act.who(), id);
    List<Question> unanswered =
        said(act, "missing") ? Submissions.missing(open.form(), open.answers()) : List.of();
    act.with("origins", origins.of(open.screening(), act));
    act.with(
        "view",
        pages.page(
            open,
            section,
            null,
            unanswered,
            said(act, "more"),
            act.form().shown("returns"),
            act.page(),
            act.who()));
    return "protect/screening/question";
  }

  @PostMapping("/pages/{section}")
  String save(@PathVariable UUID id, @PathVariable String section, Act act) {
    String action = act.form().shown("action");
    Screening screening = screenings.find(act.who(), id);
    FormDefinition form = screenings.form(screening);
    if (form.section(section).isEmpty()) {
      throw new NotFound();
    }
    Map<String, List<String>> fields = act.form().all();
    Typed typed = Typed.take(form, Answers.NONE, fields, act.page().moments().today());
    if (!typed.problems().isEmpty()) {
      // valid answers are saved; the others are shown again as typed
      OpenScreening saved = save(id, form, fields, act);
      return act.again(
          () ->
              act.show(
                  "protect/screening/question",
                  pages.page(
                      saved,
                      section,
                      typed,
                      List.of(),
                      false,
                      act.form().shown("returns"),
                      act.page(),
                      act.who())));
    }
    return act.once(
        () -> {
          OpenScreening saved = save(id, form, fields, act);
          if (action.equals("leave")) {
            act.notice("good", "screening.saved", screening.code());
          }
          return action.equals("finish")
              ? finish(id, saved, act.who())
              : next(id, saved, section, action, fields);
        });
  }

  private OpenScreening save(
      UUID id, FormDefinition form, Map<String, List<String>> fields, Act act) {
    return screenings.save(
        act.who(),
        id,
        answers -> Typed.take(form, answers, fields, act.page().moments().today()).draft());
  }

  private static boolean said(Act act, String field) {
    return act.form().shown(field).equals("true");
  }

  private String finish(UUID id, OpenScreening saved, SignedIn who) {
    List<Question> missing = screenings.finish(who, id);
    if (missing.isEmpty()) {
      return address(id) + "/result";
    }
    return address(id) + "/pages/" + sectionOf(saved.form(), missing.get(0)).id() + "?missing=true";
  }

  private static String next(
      UUID id,
      OpenScreening saved,
      String section,
      String action,
      Map<String, List<String>> fields) {
    if (action.equals("leave")) {
      return "/protect/screenings";
    }
    Visibility visibility = new Visibility(saved.form(), saved.answers());
    List<Section> way = visibility.sections();
    int at = Math.max(way.stream().map(Section::id).toList().indexOf(section), 0);
    List<String> ids = way.stream().map(Section::id).toList();
    if (action.startsWith(TO) && ids.contains(action.substring(TO.length()))) {
      return address(id) + "/pages/" + action.substring(TO.length()) + "?returns=" + section;
    }
    if (action.equals("back")) {
      return address(id) + "/pages/" + way.get(Math.max(at - 1, 0)).id();
    }
    List<String> shown = fields.getOrDefault("shown", List.of());
    boolean opened =
        visibility.questions(way.get(at)).stream()
            .anyMatch(
                question ->
                    !shown.contains(question.id()) && saved.answers().of(question.id()).isEmpty());
    return opened
        ? address(id) + "/pages/" + section + "?more=true"
        : address(id) + "/pages/" + after(way, at, fields.getOrDefault("returns", List.of()));
  }

  /** The next page, or the page from which the user went back to a skipped one. */
  private static String after(List<Section> way, int at, List<String> returns) {
    return way.stream()
        .map(Section::id)
        .filter(returns::contains)
        .findFirst()
        .orElseGet(() -> way.get(Math.min(at + 1, way.size() - 1)).id());
  }

  private static Section sectionOf(FormDefinition form, Question question) {
    return form.sections().stream()
        .filter(section -> section.questions().contains(question))
        .findFirst()
        .orElseThrow();
  }

  private static String address(UUID id) {
    return "/protect/screenings/" + id;
  }
}
