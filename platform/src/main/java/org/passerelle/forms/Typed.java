package org.passerelle.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.language.PartialDate;
import org.passerelle.language.SaidDates;

/**
 * What came in from a page of a form: the draft with every answer that could be taken, and what is
 * wrong with the rest, whose text is kept as typed so that nobody writes it twice.
 *
 * @param draft answers of the whole form, with the page's applied
 * @param problems in the order of the questions
 * @param typed the fields of the page as they came
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

  /** Name of the field that holds the answer. */
  public static String field(String question) {
    return "q-" + question;
  }

  /** Name of the field that holds what was seen or heard. */
  public static String evidence(String question) {
    return "e-" + question;
  }

  /**
   * Takes what a page sent. Only questions that the page says it showed (field {@code shown}) are
   * touched; an unknown one is ignored.
   *
   * @param form whose page it is
   * @param draft answers before
   * @param sent fields by name
   * @param today in the reader's zone; days after it are refused where they make no sense
   */
  public static Typed take(
      FormDefinition form, Answers draft, Map<String, List<String>> sent, LocalDate today) {
    return new AnswerReader(
            form, draft, sent, today, (typed, last) -> SaidDates.read(typed, last.getYear()))
        .read();
  }

  /**
   * The same of what a program or a file says: a date that is known in part is in EDTF, since
   * nobody is there to see that 05/07/1999 was read as another day than was meant.
   */
  public static Typed exact(
      FormDefinition form, Answers draft, Map<String, List<String>> sent, LocalDate today) {
    return new AnswerReader(form, draft, sent, today, (typed, last) -> PartialDate.parse(typed))
        .read();
  }

  /**
   * The same with the stored answers of questions that differ, each with a problem that says so:
   * somebody else changed them.
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

  /** Whether the page showed the question; of the others, what is stored holds. */
  boolean showed(String question) {
    return typed.getOrDefault("shown", List.of()).contains(question);
  }

  /** The values of a field as typed. */
  public List<String> values(String field) {
    return typed.getOrDefault(field, List.of());
  }
}
