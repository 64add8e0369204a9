package org.passerelle.protect.sharing.htcds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.GatheredSubmissions;
import org.passerelle.forms.answers.InputProblem;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Typed;
import org.passerelle.table.FormulaCell;

/** Validates a row by the rules of the form: a file is held to the same rules as a person. */
final class RowReading {
  private static final Set<String> YES = Set.of("yes", "true", "1");
  private static final Set<String> NO = Set.of("no", "false", "0");
  private static final Set<String> OPEN = Set.of("unknown", "not known", "not_known", "n/a");
  private final FormDefinition form;
  private final Map<String, Question> byField;
  private final Map<String, String> fieldOf = new HashMap<>();
  private final LocalDate today;

  RowReading(FormDefinition form, Map<String, Question> byField, LocalDate today) {
    this.form = form;
    this.byField = Map.copyOf(byField);
    byField.forEach((field, question) -> fieldOf.put(question.id(), field));
    this.today = today;
  }

  /** Answers and faults; a row with faults is not imported. */
  record Read(Answers answers, List<Fault> faults) {
    Read {
      faults = List.copyOf(faults);
    }
  }

  Read read(RawRow row) {
    List<Fault> faults = new ArrayList<>(row.faults());
    Map<String, List<String>> sent = new LinkedHashMap<>();
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, List<String>> cell : row.cells().entrySet()) {
      Question question = byField.get(cell.getKey());
      if (question != null) {
        shown.add(question.id());
        sent.put(Typed.field(question.id()), values(question, cell.getValue()));
      }
    }
    if (!row.faults().isEmpty() && row.cells().isEmpty()) {
      return new Read(Answers.NONE, faults);
    }
    if (row.cells().isEmpty()) {
      faults.add(Fault.of(row.line(), 0, "", "htcds.fault.empty"));
      return new Read(Answers.NONE, faults);
    }
    form.questions().stream()
        .filter(Question::required)
        .filter(q -> q.type() == Question.Type.YES_NO_UNKNOWN && !shown.contains(q.id()))
        .forEach(
            q -> {
              // it is unknown whether consent was given in the other system, which is what is
              // stored
              shown.add(q.id());
              sent.put(Typed.field(q.id()), List.of(Typed.NOT_KNOWN));
            });
    sent.put("shown", shown);
    Typed typed = Typed.exact(form, Answers.NONE, sent, today);
    for (InputProblem problem : typed.problems()) {
      faults.add(fault(row, problem.question(), problem.key(), problem.arguments().toArray()));
    }
    if (faults.isEmpty()) {
      Submissions.missing(form, typed.draft())
          .forEach(q -> faults.add(fault(row, q.id(), "htcds.fault.required")));
      GatheredSubmissions.notAsked(form, typed.draft())
          .forEach(q -> faults.add(fault(row, q.id(), "htcds.fault.not-asked")));
    }
    return new Read(typed.draft(), faults);
  }

  private Fault fault(RawRow row, String question, String key, Object... arguments) {
    String field = fieldOf.getOrDefault(question, question);
    return Fault.of(row.line(), row.column(field), field, key, arguments);
  }

  private static List<String> values(Question question, List<String> cells) {
    return switch (question.type()) {
      case MULTI_CHOICE ->
          cells.stream()
              .flatMap(cell -> Arrays.stream(cell.split("[;|]", -1)))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .map(one -> open(question, one))
              .toList();
      case YES_NO_UNKNOWN -> cells.stream().map(RowReading::yesOrNo).toList();
      case CHOICE, NUMBER, DATE, PARTIAL_DATE ->
          cells.stream().map(String::strip).map(one -> open(question, one)).toList();
      default -> Stream.of(String.join("\n", cells)).map(FormulaCell::restored).toList();
    };
  }

  private static String open(Question question, String value) {
    return OPEN.contains(value.toLowerCase(Locale.ROOT)) && question.code(value).isEmpty()
        ? Typed.NOT_KNOWN
        : value;
  }

  private static String yesOrNo(String cell) {
    String plain = cell.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(plain)) {
      return "yes";
    }
    if (NO.contains(plain)) {
      return "no";
    }
    return OPEN.contains(plain) ? Typed.NOT_KNOWN : cell.strip();
  }
}
