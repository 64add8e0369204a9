package org.passerelle.forms.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.SortedCodes;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;

/** Builds the view of a question from its answer, or from rejected input. */
final class FieldMaker {
  private final Page page;
  private final FormDefinition form;
  private final Question question;
  private final @Nullable Answer answer;
  private final @Nullable Typed typed;
  private final List<InputProblem> problems;

  FieldMaker(
      Page page,
      FormDefinition form,
      Question question,
      Answers draft,
      @Nullable Typed typed,
      List<InputProblem> problems) {
    this.page = page;
    this.form = form;
    this.question = question;
    this.answer = draft.byQuestion().get(question.id());
    this.typed = typed;
    this.problems = problems;
  }

  FieldView field() {
    List<String> values = values();
    boolean multiple = question.type() == Question.Type.MULTI_CHOICE;
    return new FieldView(
        question.id(),
        FieldView.word(question.type()),
        question.label().in(page.language()),
        FormPages.text(page, question.hint()),
        question.required(),
        values.isEmpty() ? "" : shortened(values.get(0)),
        options(values),
        question.isLongList(),
        values.contains(Typed.NOT_KNOWN),
        multiple && form.kind() == FormDefinition.Kind.SCREENING,
        values.contains(Typed.NONE),
        question.evidence(),
        evidence(),
        sentences(Typed.field(question.id())),
        sentences(Typed.evidence(question.id())));
  }

  private List<FieldView.Option> options(List<String> values) {
    if (question.type() == Question.Type.YES_NO_UNKNOWN) {
      return List.of(
          new FieldView.Option("yes", page.text("forms.yes"), "", values.contains("yes"), null),
          new FieldView.Option("no", page.text("forms.no"), "", values.contains("no"), null));
    }
    return SortedCodes.of(question, page.language()).stream()
        .filter(code -> !code.retired() || values.contains(code.code()))
        .map(
            code ->
                new FieldView.Option(
                    code.code(),
                    code.label().in(page.language()),
                    FormPages.text(page, code.hint()),
                    values.contains(code.code()),
                    question.isLongList() ? code.label().everywhere() : null))
        .toList();
  }

  private List<String> values() {
    if (typed != null && typed.showed(question.id())) {
      return typed.values(Typed.field(question.id()));
    }
    return answer == null ? List.of() : values(answer.content());
  }

  private List<String> values(Answer.Content content) {
    if (content instanceof Answer.Writing writing) {
      return List.of(writing.text());
    }
    if (content instanceof Answer.Amount amount) {
      return List.of(amount.number().toPlainString());
    }
    if (content instanceof Answer.Day day) {
      return List.of(day.day().toString());
    }
    if (content instanceof Answer.Partly partly) {
      return List.of(page.moments().partial(partly.date()));
    }
    if (content instanceof Answer.Chosen chosen) {
      return List.of(chosen.code());
    }
    if (content instanceof Answer.ChosenAll all) {
      return all.codes().isEmpty() ? List.of(Typed.NONE) : all.codes();
    }
    return List.of(Typed.NOT_KNOWN);
  }

  private String evidence() {
    if (typed != null && typed.showed(question.id())) {
      List<String> values = typed.values(Typed.evidence(question.id()));
      return values.isEmpty() ? "" : shortened(values.get(0));
    }
    return answer == null || answer.evidence() == null ? "" : answer.evidence();
  }

  /** A text beyond every limit is not sent back in full. */
  private static String shortened(String text) {
    return text.length() > Filled.MOST ? text.substring(0, Filled.MOST) : text;
  }

  private List<String> sentences(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(this::sentence)
        .toList();
  }

  /** If a colleague changed the answer, shows theirs beside the input. */
  private String sentence(InputProblem problem) {
    String sentence = FormPages.sentence(page, problem);
    return problem.key().equals("forms.problem.changed-meanwhile")
        ? sentence
            + " "
            + page.text(
                "forms.stored-now",
                String.join(", ", new AnswerWords(page, question).line(answer).values()))
        : sentence;
  }
}
