package org.passerelle.protect.casework.screening.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.answers.Typed;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.screening.OpenScreening;
import org.passerelle.protect.casework.screening.ScreeningResult;
import org.passerelle.protect.casework.screening.ScreeningTime;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/** Assembles a page of a screening: questions, progress, emergency numbers. */
@Component
class QuestionPages {
  private static final List<Section.Element> ELEMENTS =
      List.of(Section.Element.ACT, Section.Element.MEANS, Section.Element.PURPOSE);

  private final Calls calls;

  QuestionPages(Calls calls) {
    this.calls = calls;
  }

  /**
   * The page of a section.
   *
   * @param typed rejected input, or null
   * @param returns identifier of the page to return to after this one, or empty
   * @param missing required questions left open on the attempt to finish
   * @throws NotFound if the form has no such section
   */
  QuestionPage page(
      OpenScreening open,
      String sectionId,
      @Nullable Typed typed,
      List<Question> missing,
      boolean more,
      String returns,
      Page page,
      SignedIn who) {
    FormDefinition form = open.form();
    Section section = form.section(sectionId).orElseThrow(NotFound::new);
    Visibility visibility = new Visibility(form, open.answers());
    List<Section> way = visibility.sections();
    int at = way.indexOf(section);
    if (at < 0) {
      throw new NotFound();
    }
    ScreeningResult soFar = ScreeningResult.of(form, visibility.shownAnswers());
    return new QuestionPage(
        open.screening(),
        FormFacts.of(form, page),
        FormPages.section(page, form, section, open.answers(), typed, missing),
        progress(way, at, soFar, page),
        at + 1,
        way.size(),
        at == 0 ? null : way.get(at - 1).id(),
        at == way.size() - 1,
        at < way.size() - 1 && mayFinish(way, at),
        soFar(form, open.answers(), soFar, page),
        minor(open.answers(), soFar, page),
        more,
        calls.urgent(calls.country(open.answers(), who), page),
        way(way, at, visibility, open.answers(), returns, page));
  }

  private static QuestionPage.Way way(
      List<Section> way,
      int at,
      Visibility visibility,
      Answers answers,
      String returns,
      Page page) {
    List<Section> needed =
        way.subList(at, Math.max(at + 1, lastOf(way, Section.Element.URGENCY) + 1));
    return new QuestionPage.Way(
        ScreeningTime.minutes(needed, visibility, page.language()),
        way.subList(0, at).stream()
            .filter(
                section ->
                    visibility.questions(section).stream()
                        .noneMatch(question -> answers.of(question.id()).isPresent()))
            .map(
                section -> new QuestionPage.Open(section.id(), section.title().in(page.language())))
            .toList(),
        way.stream().anyMatch(section -> section.id().equals(returns)) ? returns : "",
        ScreeningTime.leadsOn(visibility.questions(way.get(at))),
        answers.codes("danger_now").contains("yes")
            && way.subList(Math.max(at - 1, 0), at + 1).stream()
                .anyMatch(section -> asks(section, "danger_now")));
  }

  private static boolean asks(Section section, String question) {
    return section.questions().stream().anyMatch(one -> one.id().equals(question));
  }

  private static List<QuestionPage.Progress> progress(
      List<Section> way, int at, ScreeningResult soFar, Page page) {
    List<QuestionPage.Progress> progress = new ArrayList<>();
    for (Section.Element element : ELEMENTS) {
      boolean current = way.get(at).element() == element;
      boolean signs = !soFar.element(element).signs().isEmpty();
      boolean past = lastOf(way, element) < at;
      String state =
          current
              ? page.text("screening.progress.current", at + 1, way.size())
              : signs
                  ? page.text("screening.progress.recorded")
                  : page.text(past ? "screening.progress.nothing" : "screening.progress.to-come");
      progress.add(
          new QuestionPage.Progress(
              page.text("screening.element." + ResultWords.word(element)),
              state,
              current,
              signs || past));
    }
    return progress;
  }

  private static int lastOf(List<Section> way, Section.Element element) {
    int last = -1;
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).element() == element) {
        last = i;
      }
    }
    return last;
  }

  /** From the page on urgency on, the remaining pages can be skipped. */
  private static boolean mayFinish(List<Section> way, int at) {
    return lastOf(way, Section.Element.URGENCY) <= at;
  }

  private static List<QuestionPage.SoFar> soFar(
      FormDefinition form, Answers answers, ScreeningResult soFar, Page page) {
    List<QuestionPage.SoFar> lines = new ArrayList<>();
    ResultWords words = new ResultWords(page, form, answers, soFar);
    for (ResultWords.Element element : words.elements()) {
      if (!element.signs().isEmpty()) {
        lines.add(new QuestionPage.SoFar(element.title(), element.signs()));
      }
    }
    if (!words.otherSigns().isEmpty()) {
      lines.add(new QuestionPage.SoFar(page.text("screening.signs"), words.otherSigns()));
    }
    if (soFar.urgency() != Urgency.ORDINARY) {
      lines.add(
          new QuestionPage.SoFar(
              page.text("screening.urgency"),
              List.of(page.text("screening.urgency." + ResultWords.word(soFar.urgency())))));
    }
    return lines;
  }

  private static String minor(Answers answers, ScreeningResult soFar, Page page) {
    boolean asked =
        answers.of("age_under_18").isPresent() || answers.of("age_estimate").isPresent();
    if (!asked || !soFar.needsNoMeans()) {
      return "";
    }
    return page.text(
        soFar.ageNow().needsNoMeans() ? "screening.minor.now" : "screening.minor.then");
  }
}
