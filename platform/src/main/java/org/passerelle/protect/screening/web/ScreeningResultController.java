package org.passerelle.protect.screening.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormPages;
import org.passerelle.forms.Question;
import org.passerelle.forms.Visibility;
import org.passerelle.pages.Page;
import org.passerelle.protect.screening.FinishedScreening;
import org.passerelle.protect.screening.Screenings;
import org.passerelle.protect.screening.Step;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a finished screening recommends, and all its answers. */
@Controller
@RequestMapping("/protect/screenings/{id}")
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.FOCAL_POINT,
  Role.PLACEMENT_OFFICER
})
class ScreeningResultController {
  private final Screenings screenings;
  private final Calls calls;
  private final Users users;

  ScreeningResultController(Screenings screenings, Calls calls, Users users) {
    this.screenings = screenings;
    this.calls = calls;
    this.users = users;
  }

  @GetMapping("/result")
  String result(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    FinishedScreening finished = screenings.finished(id, who);
    String country = calls.country(finished.answers(), who);
    Visibility visibility = new Visibility(finished.form(), finished.answers());
    List<Question> asked =
        finished.form().questions().stream()
            .filter(question -> visibility.isShown(question.id()))
            .toList();
    UUID officer = finished.screening().officer();
    model.addAttribute(
        "view",
        new ResultPage(
            finished,
            FormFacts.of(finished.form(), page),
            new ResultWords(page, finished.form(), finished.answers(), finished.result()),
            users
                .names(List.of(officer))
                .getOrDefault(officer, page.text("forms.answer.not-known")),
            finished.result().steps().stream().map(step -> step(step, country, page)).toList(),
            (int)
                asked.stream()
                    .filter(question -> finished.answers().of(question.id()).isPresent())
                    .count(),
            asked.size(),
            screenings.ofSamePerson(who, finished.screening()),
            calls.urgent(country, page)));
    return "protect/screening/result";
  }

  private ResultPage.StepWords step(Step step, String country, Page page) {
    String key = ResultWords.word(step);
    return new ResultPage.StepWords(
        key,
        page.text("screening.step." + key),
        page.text("screening.step." + key + ".how"),
        calls.of(step, country, page));
  }

  @GetMapping("/answers")
  String answers(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    FinishedScreening finished = screenings.finished(id, who);
    model.addAttribute("screening", finished.screening());
    model.addAttribute("facts", FormFacts.of(finished.form(), page));
    model.addAttribute(
        "sections", FormPages.answered(page, finished.form(), finished.answers(), true));
    return "protect/screening/answers";
  }
}
