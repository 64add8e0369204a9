package org.passerelle.forms.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Question;
import org.passerelle.pages.Page;

/** An answer in the reader's language; unknown is shown as unknown. */
final class AnswerWords {
  private final Page page;
  private final Question question;

  AnswerWords(Page page, Question question) {
    this.page = page;
    this.question = question;
  }

  AnsweredView.Line line(@Nullable Answer answer) {
    boolean known = answer != null && !(answer.content() instanceof Answer.NotKnown);
    String evidence = answer == null || answer.evidence() == null ? "" : answer.evidence();
    return new AnsweredView.Line(
        question.label().in(page.language()),
        known && answer != null
            ? values(answer.content())
            : List.of(page.text("forms.answer.not-known")),
        known,
        evidence,
        question.type().isWriting());
  }

  private List<String> values(Answer.Content content) {
    if (content instanceof Answer.Writing writing) {
      return List.of(writing.text());
    }
    if (content instanceof Answer.Amount amount) {
      return List.of(amount.number().toPlainString());
    }
    if (content instanceof Answer.Day day) {
      return List.of(page.moments().date(day.day()));
    }
    if (content instanceof Answer.Partly partly) {
      return List.of(page.moments().partial(partly.date()));
    }
    if (content instanceof Answer.Chosen chosen) {
      return List.of(code(chosen.code()));
    }
    if (content instanceof Answer.ChosenAll all) {
      return all.codes().isEmpty()
          ? List.of(page.text("forms.none-of-these"))
          : question.options().stream()
              .filter(code -> all.codes().contains(code.code()))
              .map(code -> code.label().in(page.language()))
              .toList();
    }
    return List.of(page.text("forms.answer.not-known"));
  }

  private String code(String code) {
    if (question.type() == Question.Type.YES_NO_UNKNOWN) {
      return page.text("forms." + code);
    }
    return question
        .code(code)
        .map(entry -> entry.label().in(page.language()))
        .orElse("⟦" + code + "⟧");
  }
}
