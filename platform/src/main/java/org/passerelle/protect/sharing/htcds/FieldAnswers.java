package org.passerelle.protect.sharing.htcds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;

/** Answers by field of the standard. */
record FieldAnswers(Answers answers, Map<String, Question> byField) {
  FieldAnswers {
    byField = Map.copyOf(byField);
  }

  private Optional<Answer.Content> content(String field) {
    return Optional.ofNullable(byField.get(field))
        .flatMap(question -> answers.of(question.id()))
        .map(Answer::content);
  }

  /** A text answer, or a date as text; empty if there is none. */
  String text(String field) {
    Answer.Content content = content(field).orElse(null);
    if (content instanceof Answer.Writing writing) {
      return writing.text();
    }
    if (content instanceof Answer.Day day) {
      return day.day().toString();
    }
    return content instanceof Answer.Partly partly ? partly.date().edtf() : "";
  }

  /** Chosen codes; empty if there are none. */
  List<String> codes(String field) {
    Question question = byField.get(field);
    return question == null ? List.of() : answers.codes(question.id());
  }

  String code(String field) {
    return codes(field).stream().findFirst().orElse("");
  }

  /** The values of several fields joined, without empty ones. */
  String joined(String between, String... fields) {
    return Stream.of(fields)
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(between));
  }
}
