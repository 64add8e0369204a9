package org.passerelle.forms.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.forms.CodeList;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.language.Wording;
import org.springframework.stereotype.Component;

/**
 * The questions whose answers may be counted, by the code under which {@code ReportingColumns}
 * stores them: one entry per code, whichever current forms ask for it. Older versions contribute
 * codes that are no longer offered, since stored answers contain them.
 */
@Component
public class CountedQuestions {
  private final FormDefinitions definitions;

  CountedQuestions(FormDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Type of the counted value. */
  public enum Kind {
    CODED,
    DATED
  }

  /**
   * A countable question.
   *
   * @param code code under which it is counted
   * @param several whether an answer may contain several codes
   * @param codes in the order of the form, including {@code yes} and {@code no}
   */
  public record Counted(
      String code, Kind kind, boolean several, Wording label, Map<String, Wording> codes) {
    public Counted {
      codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }
  }

  /** All of them, in the order of forms and questions. */
  public List<Counted> all() {
    Map<String, List<Question>> asked = new LinkedHashMap<>();
    definitions.all().stream()
        .filter(form -> form.kind() != FormDefinition.Kind.FRAGMENT)
        .sorted(Comparator.comparingInt(FormDefinition::version).reversed())
        .flatMap(form -> form.questions().stream())
        .forEach(question -> take(question, asked));
    List<Counted> all = new ArrayList<>();
    asked.forEach((code, questions) -> counted(code, questions).ifPresent(all::add));
    return all;
  }

  private static void take(Question question, Map<String, List<Question>> asked) {
    String code = question.reporting();
    if (code != null && !question.type().isWriting()) {
      asked.computeIfAbsent(code, c -> new ArrayList<>()).add(question);
    }
  }

  private static Optional<Counted> counted(String code, List<Question> questions) {
    Question newest = questions.get(0);
    return switch (newest.type()) {
      case DATE, PARTIAL_DATE ->
          Optional.of(new Counted(code, Kind.DATED, false, newest.label(), Map.of()));
      case CHOICE, MULTI_CHOICE, YES_NO_UNKNOWN ->
          Optional.of(
              new Counted(
                  code,
                  Kind.CODED,
                  questions.stream().anyMatch(q -> q.type() == Question.Type.MULTI_CHOICE),
                  newest.label(),
                  codes(questions)));
      default -> Optional.empty();
    };
  }

  private static Map<String, Wording> codes(List<Question> questions) {
    Map<String, Wording> codes = new LinkedHashMap<>();
    Set<CodeList> seen = new LinkedHashSet<>();
    for (Question question : questions) {
      CodeList list = question.codes();
      if (list != null && seen.add(list)) {
        list.codes().forEach(one -> codes.putIfAbsent(one.code(), one.label()));
      }
    }
    return codes;
  }
}
