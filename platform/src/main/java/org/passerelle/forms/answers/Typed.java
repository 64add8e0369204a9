package org.passerelle.forms.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.language.DateParser;
import org.passerelle.language.PartialDate;

/**
 * The input from a page of a form: the draft with every accepted answer, and the problems of the
 * rest, whose text is kept as typed so that nobody has to enter it twice.
 *
 * @param draft answers of the whole form, with the page's applied
 * @param problems in the order of the questions
 * @param typed the fields of the page as submitted
 */
public record Typed(Answers draft, List<InputProblem> problems, Map<String, List<String>> typed) {
  /** Value of the field for "none of these". */
  public static final String NONE = "_none";

  /** Value of the field for "not known, or not the moment". */
  public static final String NOT_KNOWN = "_not_known";

  public Typed {
    problems = List.copyOf(problems);
    typed = Map.copyOf(typed);
  }

  /** Name of the field for the answer. */
  public static String field(String question) {
    return "q-" + question;
  }

  /** Name of the field for observations. */
  public static String evidence(String question) {
    return "e-" + question;
  }

  /**
   * Validates what a page submitted. Only questions that the page lists as shown (field {@code
   * shown}) are changed; unknown ones are ignored.
   *
   * @param form form of the page
   * @param draft answers before
   * @param sent fields by name
   * @param today in the reader's time zone; later days are rejected where they make no sense
   */
  public static Typed take(
      FormDefinition form, Answers draft, Map<String, List<String>> sent, LocalDate today) {
    return new AnswerReader(
            form, draft, sent, today, (typed, last) -> DateParser.read(typed, last.getYear()))
        .read();
  }

  /**
   * The same for input from a program or a file: a partial date is in EDTF, since nobody would
   * notice that 05/07/1999 was read as the wrong day.
   */
  public static Typed exact(
      FormDefinition form, Answers draft, Map<String, List<String>> sent, LocalDate today) {
    return new AnswerReader(form, draft, sent, today, (typed, last) -> PartialDate.parse(typed))
        .read();
  }

  /**
   * The same with the stored answers of questions that differ, each with a problem that says that a
   * colleague changed them.
   */
  Typed keeping(Answers stored) {
    List<InputProblem> all = new ArrayList<>(problems);
    Answers kept = draft;
    for (String question : typed.getOrDefault("shown", List.of())) {
      Optional<Answer> theirs = stored.of(question);
      if (!draft.of(question).equals(theirs)) {
        kept = theirs.isPresent() ? kept.with(question, theirs.get()) : kept.without(question);
        all.add(
            new InputProblem(
                question, field(question), "forms.problem.changed-meanwhile", List.of()));
      }
    }
    return new Typed(kept, all, typed);
  }

  /** Whether the page showed the question; the others keep their stored answers. */
  boolean showed(String question) {
    return typed.getOrDefault("shown", List.of()).contains(question);
  }

  /** The values of a field as typed. */
  public List<String> values(String field) {
    return typed.getOrDefault(field, List.of());
  }
}
