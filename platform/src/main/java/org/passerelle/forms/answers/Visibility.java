package org.passerelle.forms.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.Truth;
import org.passerelle.forms.expression.Value;

/**
 * Determines which questions are visible, given the answers so far. A hidden question counts as
 * unanswered, so that questions depending on it are hidden, too. For one set of answers; not
 * thread-safe.
 */
public final class Visibility {
  private final FormDefinition form;
  private final Answers answers;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, Section> sectionOf = new HashMap<>();
  private final Map<String, Question> questions = new HashMap<>();

  public Visibility(FormDefinition form, Answers answers) {
    this.form = form;
    this.answers = answers;
    for (Section section : form.sections()) {
      for (Question question : section.questions()) {
        sectionOf.put(question.id(), section);
        questions.put(question.id(), question);
      }
    }
  }

  /** The visible sections: shown themselves, with at least one visible question. */
  public List<Section> sections() {
    return form.sections().stream().filter(section -> !questions(section).isEmpty()).toList();
  }

  /** The visible questions of a section. */
  public List<Question> questions(Section section) {
    return section.questions().stream().filter(question -> isShown(question.id())).toList();
  }

  /** The answers to visible questions; the others are kept in the draft only. */
  public Answers shownAnswers() {
    return answers.only(questions.keySet().stream().filter(this::isShown).toList());
  }

  /** Whether a question is visible. */
  public boolean isShown(String id) {
    Boolean before = known.get(id);
    if (before != null) {
      return before;
    }
    known.put(id, false); // in a draft, questions may depend on each other
    Question question = questions.get(id);
    Section section = sectionOf.get(id);
    boolean shown =
        question != null && section != null && holds(section.showIf()) && holds(question.showIf());
    known.put(id, shown);
    return shown;
  }

  private boolean holds(@Nullable Expression condition) {
    return condition == null || condition.truth(this::value) == Truth.TRUE;
  }

  private Value value(String id) {
    return isShown(id) ? answers.value(id) : Truth.UNKNOWN;
  }
}
