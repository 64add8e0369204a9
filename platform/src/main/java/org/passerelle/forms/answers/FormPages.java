package org.passerelle.forms.answers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormActivation;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.language.Wording;
import org.passerelle.pages.Page;

/**
 * Renders any section of any form, to be filled in or read, for the templates {@code
 * forms/fields.jte} and {@code forms/answers.jte}. Stateless.
 *
 * <p>A page that fills in a section submits its fields to a handler that calls {@link Typed#take}
 * inside {@link Submissions#save}; if something was rejected, the handler shows the section again
 * with the {@link Typed}, and no input is lost.
 */
public final class FormPages {
  private FormPages() {}

  /** Describes what a change of category makes visible, and to whom. */
  public static String opens(FormComparison.Moved moved, Page page) {
    return FormActivation.sentence(moved, page);
  }

  /**
   * A section to be filled in.
   *
   * @param draft answers so far; they also decide which questions are shown
   * @param typed input with rejected fields, or null
   * @param missing required questions that were left open on submission
   */
  public static SectionView section(
      Page page,
      FormDefinition form,
      Section section,
      Answers draft,
      @Nullable Typed typed,
      List<Question> missing) {
    List<InputProblem> found = new ArrayList<>(typed == null ? List.of() : typed.problems());
    List<Question> shown = new Visibility(form, draft).questions(section);
    for (Question question : missing) {
      if (shown.contains(question)) {
        found.add(
            new InputProblem(
                question.id(), Typed.field(question.id()), "forms.problem.missing", List.of()));
      }
    }
    List<FieldView> fields =
        shown.stream()
            .map(question -> new FieldMaker(page, form, question, draft, typed, found).field())
            .toList();
    List<SectionView.Problem> problems =
        found.stream()
            .map(
                problem ->
                    new SectionView.Problem(
                        problem.field(),
                        form.question(problem.question())
                                .map(question -> question.label().in(page.language()))
                                .orElse("")
                            + ": "
                            + sentence(page, problem)))
            .toList();
    return new SectionView(
        section.id(),
        section.title().in(page.language()),
        text(page, section.hint()),
        text(page, section.why()),
        fields,
        problems);
  }

  /** All visible sections, to be filled in; for forms shown on one page. */
  public static List<SectionView> sections(
      Page page,
      FormDefinition form,
      Answers draft,
      @Nullable Typed typed,
      List<Question> missing) {
    return new Visibility(form, draft)
        .sections().stream()
            .map(section -> section(page, form, section, draft, only(typed, section), missing))
            .toList();
  }

  /** All sections with all questions, whatever the answers before them. */
  public static List<SectionView> preview(Page page, FormDefinition form) {
    return form.sections().stream()
        .map(
            section ->
                new SectionView(
                    section.id(),
                    section.title().in(page.language()),
                    text(page, section.hint()),
                    text(page, section.why()),
                    section.questions().stream()
                        .map(
                            question ->
                                new FieldMaker(page, form, question, Answers.NONE, null, List.of())
                                    .field())
                        .toList(),
                    List.of()))
        .toList();
  }

  private static @Nullable Typed only(@Nullable Typed typed, Section section) {
    if (typed == null) {
      return null;
    }
    List<String> ids = section.questions().stream().map(Question::id).toList();
    return new Typed(
        typed.draft(),
        typed.problems().stream().filter(problem -> ids.contains(problem.question())).toList(),
        typed.typed());
  }

  /**
   * The answers, to be read.
   *
   * @param openToo whether questions without an answer are listed as not known
   */
  public static List<AnsweredView> answered(
      Page page, FormDefinition form, Answers answers, boolean openToo) {
    Visibility visibility = new Visibility(form, answers);
    List<AnsweredView> sections = new ArrayList<>();
    for (Section section : visibility.sections()) {
      List<AnsweredView.Line> lines = new ArrayList<>();
      for (Question question : visibility.questions(section)) {
        Answer answer = answers.byQuestion().get(question.id());
        if (answer != null || openToo) {
          lines.add(new AnswerWords(page, question).line(answer));
        }
      }
      if (!lines.isEmpty()) {
        sections.add(new AnsweredView(section.title().in(page.language()), lines));
      }
    }
    return sections;
  }

  /** One answer, to be read; null for a question without one. */
  public static AnsweredView.Line answered(Page page, Question question, @Nullable Answer answer) {
    return new AnswerWords(page, question).line(answer);
  }

  /** The labels of an answer's codes, in the order of the form. */
  public static List<String> words(
      Page page, FormDefinition form, String question, List<String> codes) {
    return form.question(question).stream()
        .flatMap(one -> one.options().stream())
        .filter(code -> codes.contains(code.code()))
        .map(code -> code.label().in(page.language()))
        .toList();
  }

  static String sentence(Page page, InputProblem problem) {
    return page.text(problem.key(), problem.arguments().toArray());
  }

  static String text(Page page, @Nullable Wording wording) {
    return wording == null ? "" : wording.in(page.language());
  }
}
