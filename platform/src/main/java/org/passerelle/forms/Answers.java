package org.passerelle.forms;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.forms.expression.Truth;
import org.passerelle.forms.expression.Value;

/**
 * Answers by the id of their question, sorted by it. Immutable; threads may share them.
 *
 * @param byQuestion only questions that were answered, if only with "not known"
 */
public record Answers(Map<String, Answer> byQuestion) {
  /** No answer yet. */
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    byQuestion = Collections.unmodifiableMap(new TreeMap<>(byQuestion));
  }

  /** The answer to a question. */
  public Optional<Answer> of(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /** The codes chosen, of choice and multi-choice alike; empty if none or not answered. */
  public List<String> codes(String question) {
    Answer answer = byQuestion.get(question);
    if (answer != null && answer.content() instanceof Answer.ChosenAll all) {
      return all.codes();
    }
    return answer != null && answer.content() instanceof Answer.Chosen one
        ? List.of(one.code())
        : List.of();
  }

  /** What a question's answer is worth in an expression. */
  public Value value(String question) {
    Answer answer = byQuestion.get(question);
    return answer == null ? Truth.UNKNOWN : answer.content().value();
  }

  /** The same with one answer more or changed. */
  public Answers with(String question, Answer answer) {
    Map<String, Answer> changed = new TreeMap<>(byQuestion);
    changed.put(question, answer);
    return new Answers(changed);
  }

  /** The same without one answer. */
  public Answers without(String question) {
    Map<String, Answer> changed = new TreeMap<>(byQuestion);
    changed.remove(question);
    return new Answers(changed);
  }

  /** Only the answers to these questions. */
  public Answers only(Collection<String> questions) {
    Map<String, Answer> kept = new TreeMap<>(byQuestion);
    kept.keySet().retainAll(questions);
    return new Answers(kept);
  }
}
