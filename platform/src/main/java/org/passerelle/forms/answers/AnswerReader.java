package org.passerelle.forms.answers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Writing;

/** Reads submitted fields into answers; a field that is rejected leaves its answer unchanged. */
final class AnswerReader {
  /** Maximum length of a short text, in characters. */
  static final int SHORT = 500;

  /** Maximum length of a long text, in characters. */
  static final int LONG = 20_000;

  static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int YEARS_AHEAD = 30;

  private final FormDefinition form;
  private final Map<String, List<String>> sent;
  private final LocalDate today;

  /** Parses a partial date, given the latest possible day. */
  private final BiFunction<String, LocalDate, PartialDate> dates;

  private final List<InputProblem> problems = new ArrayList<>();
  private Answers draft;

  AnswerReader(
      FormDefinition form,
      Answers draft,
      Map<String, List<String>> sent,
      LocalDate today,
      BiFunction<String, LocalDate, PartialDate> dates) {
    this.dates = dates;
    this.form = form;
    this.draft = draft;
    this.sent = sent;
    this.today = today;
  }

  Typed read() {
    for (String id : sent.getOrDefault("shown", List.of())) {
      form.question(id).ifPresent(this::read);
    }
    return new Typed(draft, problems, sent);
  }

  private void read(Question question) {
    List<String> values =
        sent.getOrDefault(Typed.field(question.id()), List.of()).stream()
            .filter(value -> !value.isBlank())
            .toList();
    int before = problems.size();
    Answer.@Nullable Content content = values.isEmpty() ? null : content(question, values);
    Optional<String> evidence = evidence(question);
    if (problems.size() > before) {
      return;
    }
    if (content == null && evidence.isPresent()) {
      // observations were entered, but nothing was selected: keep the text, and leave the question
      // open
      content = new Answer.NotKnown();
    }
    if (content == null) {
      draft = draft.without(question.id());
      return;
    }
    draft = draft.with(question.id(), new Answer(content, evidence.orElse(null)));
  }

  private Optional<String> evidence(Question question) {
    if (!question.evidence()) {
      return Optional.empty();
    }
    String text = Writing.lines(first(sent.getOrDefault(Typed.evidence(question.id()), List.of())));
    if (Writing.length(text) > LONG) {
      problems.add(
          new InputProblem(
              question.id(),
              Typed.evidence(question.id()),
              "forms.problem.too-long",
              List.of(LONG, Writing.length(text))));
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Answer.@Nullable Content content(Question question, List<String> values) {
    if (values.contains(Typed.NOT_KNOWN)) {
      return alone(question, values, new Answer.NotKnown());
    }
    return switch (question.type()) {
      case TEXT, PERSON -> text(question, Writing.line(first(values)), SHORT);
      case LONG_TEXT -> text(question, Writing.lines(first(values)), LONG);
      case NUMBER -> number(question, first(values));
      case DATE -> date(question, first(values).strip());
      case PARTIAL_DATE -> partialDate(question, first(values).strip());
      case CHOICE -> known(question, first(values)) ? new Answer.Chosen(first(values)) : null;
      case YES_NO_UNKNOWN -> yesOrNo(question, first(values));
      case MULTI_CHOICE -> several(question, values);
    };
  }

  private Answer.@Nullable Content alone(
      Question question, List<String> values, Answer.Content content) {
    if (values.size() > 1) {
      refuse(question, "forms.problem.contradiction");
      return null;
    }
    return content;
  }

  private Answer.@Nullable Content text(Question question, String text, int limit) {
    int length = Writing.length(text);
    if (length > limit) {
      refuse(question, "forms.problem.too-long", limit, length);
      return null;
    }
    return text.isEmpty() ? null : new Answer.Writing(text);
  }

  private Answer.@Nullable Content number(Question question, String typed) {
    String plain = typed.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
    if (!plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")
        || plain.replaceAll("[-.]", "").length() > 15) {
      refuse(question, "forms.problem.number");
      return null;
    }
    BigDecimal number = new BigDecimal(plain);
    if (question.min() != null && number.compareTo(question.min()) < 0) {
      refuse(question, "forms.problem.below", question.min());
      return null;
    }
    if (question.max() != null && number.compareTo(question.max()) > 0) {
      refuse(question, "forms.problem.above", question.max());
      return null;
    }
    return new Answer.Amount(number);
  }

  private Answer.@Nullable Content date(Question question, String typed) {
    try {
      PartialDate date = dates.apply(typed, last(question));
      LocalDate day = date.earliest();
      if (day == null || !date.isDay()) {
        refuse(question, "forms.problem.date");
        return null;
      }
      return inBounds(question, day, day) ? new Answer.Day(day) : null;
    } catch (DateTimeException e) {
      refuse(question, "forms.problem.date");
      return null;
    }
  }

  private Answer.@Nullable Content partialDate(Question question, String typed) {
    try {
      PartialDate date = dates.apply(typed, last(question));
      return inBounds(question, date.earliest(), date.latest()) ? new Answer.Partly(date) : null;
    } catch (DateTimeException e) {
      refuse(question, "forms.problem.partial-date");
      return null;
    }
  }

  private LocalDate last(Question question) {
    return question.future() ? today.plusYears(YEARS_AHEAD) : today;
  }

  /** Rejects a date that begins in the future; one that may still last, like 202X, is accepted. */
  private boolean inBounds(
      Question question, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    LocalDate last = last(question);
    LocalDate start = earliest == null ? latest : earliest;
    LocalDate end = latest == null ? earliest : latest;
    if (start != null && start.isAfter(last)) {
      refuse(question, question.future() ? "forms.problem.too-far" : "forms.problem.future");
      return false;
    }
    if (end != null && end.isBefore(FIRST_DAY)) {
      refuse(question, "forms.problem.too-early");
      return false;
    }
    return true;
  }

  private Answer.@Nullable Content yesOrNo(Question question, String code) {
    if (!code.equals("yes") && !code.equals("no")) {
      refuse(question, "forms.problem.code");
      return null;
    }
    return new Answer.Chosen(code);
  }

  private Answer.@Nullable Content several(Question question, List<String> values) {
    if (values.contains(Typed.NONE)) {
      return alone(question, values, new Answer.ChosenAll(List.of()));
    }
    return values.stream().allMatch(value -> known(question, value))
        ? new Answer.ChosenAll(values)
        : null;
  }

  private boolean known(Question question, String code) {
    // a retired code is kept where it was the answer, but cannot be newly selected
    boolean known =
        question
            .code(code)
            .filter(one -> !one.retired() || draft.codes(question.id()).contains(code))
            .isPresent();
    if (!known) {
      refuse(question, "forms.problem.code");
    }
    return known;
  }

  private void refuse(Question question, String key, Object... arguments) {
    problems.add(
        new InputProblem(question.id(), Typed.field(question.id()), key, List.of(arguments)));
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }
}
