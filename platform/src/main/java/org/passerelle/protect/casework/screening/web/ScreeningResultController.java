package org.passerelle.protect.casework.screening.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.screening.AfterScreening;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.casework.screening.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of a finished screening with its recommendations and answers. */
@Controller
@RequestMapping("/protect/screenings/{id}")
@Caseworkers
class ScreeningResultController {
  private final Screenings screenings;
  private final Calls calls;
  private final Users users;
  private final ObjectProvider<AfterScreening> after;
  private final Origins origins;
  private final SpokenWords spoken;

  ScreeningResultController(
      Screenings screenings,
      Calls calls,
      Users users,
      ObjectProvider<AfterScreening> after,
      Origins origins,
      SpokenWords spoken) {
    this.screenings = screenings;
    this.calls = calls;
    this.users = users;
    this.after = after;
    this.origins = origins;
    this.spoken = spoken;
  }

  @GetMapping("/result")
  String result(@PathVariable UUID id, Act act) {
    FinishedScreening finished = screenings.finished(id, act.who());
    String country = calls.country(finished.answers(), act.who());
    Visibility visibility = new Visibility(finished.form(), finished.answers());
    List<Question> asked =
        finished.form().questions().stream()
            .filter(question -> visibility.isShown(question.id()))
            .toList();
    UUID officer = finished.screening().officer();
    act.with(
        "view",
        new ResultPage(
            finished,
            FormFacts.of(finished.form(), act.page()),
            new ResultWords(act.page(), finished.form(), finished.answers(), finished.result()),
            users.names(List.of(officer)).getOrDefault(officer, act.text("forms.answer.not-known")),
            finished.result().steps().stream()
                .map(step -> step(step, country, act.page()))
                .toList(),
            (int)
                asked.stream()
                    .filter(question -> finished.answers().of(question.id()).isPresent())
                    .count(),
            asked.size(),
            screenings.ofSamePerson(act.who(), finished.screening()),
            calls.urgent(country, act.page()),
            after
                .orderedStream()
                .flatMap(one -> one.offers(finished.screening(), act.who()).stream())
                .toList(),
            origins.of(finished.screening(), act),
            spoken.of(finished.answers(), act.page())));
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
  String answers(@PathVariable UUID id, Act act) {
    FinishedScreening finished = screenings.finished(id, act.who());
    act.with("screening", finished.screening());
    act.with("facts", FormFacts.of(finished.form(), act.page()));
    act.with("sections", FormPages.answered(act.page(), finished.form(), finished.answers(), true));
    return "protect/screening/answers";
  }
}
