package org.passerelle.forms.answers;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.forms.Answer;
import org.passerelle.forms.expression.Truth;
import org.passerelle.forms.expression.Value;

/**
 * Answers by question id, sorted. Immutable; safe for concurrent use.
 *
 * @param byQuestion answered questions only, including those answered with "not known"
 */
public record Answers(Map<String, Answer> byQuestion) {
  /** No answers. */
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    byQuestion = Collections.unmodifiableMap(new TreeMap<>(byQuestion));
  }

  /** The answer to a question. */
  public Optional<Answer> of(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /** The selected codes, for both choice and multi-choice; empty if none or not answered. */
  public List<String> codes(String question) {
    Answer answer = byQuestion.get(question);
    if (answer != null && answer.content() instanceof Answer.ChosenAll all) {
      return all.codes();
    }
    return answer != null && answer.content() instanceof Answer.Chosen one
        ? List.of(one.code())
        : List.of();
  }

  /** The value of a question's answer in an expression. */
  public Value value(String question) {
    Answer answer = byQuestion.get(question);
    return answer == null ? Truth.UNKNOWN : answer.content().value();
  }

  /** A copy with one answer added or changed. */
  public Answers with(String question, Answer answer) {
    Map<String, Answer> changed = new TreeMap<>(byQuestion);
    changed.put(question, answer);
    return new Answers(changed);
  }

  /** A copy without one answer. */
  public Answers without(String question) {
    Map<String, Answer> changed = new TreeMap<>(byQuestion);
    changed.remove(question);
    return new Answers(changed);
  }

  /** A copy with the answers to these questions only. */
  public Answers only(Collection<String> questions) {
    Map<String, Answer> kept = new TreeMap<>(byQuestion);
    kept.keySet().retainAll(questions);
    return new Answers(kept);
  }
}
