package org.passerelle.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.Truth;
import org.passerelle.forms.expression.Value;

/**
 * Checks that every show-if refers to questions and codes that exist, and that none depends on
 * itself.
 */
final class ShowIfCheck {
  private static final Set<String> YES_NO = Set.of("yes", "no");

  private final FormDefinition form;
  private final FormCheck.Report report;
  private final Map<String, Set<String>> waitsFor = new LinkedHashMap<>();

  ShowIfCheck(FormDefinition form, FormCheck.Report report) {
    this.form = form;
    this.report = report;
  }

  void run() {
    for (Section section : form.sections()) {
      check("section " + section.id(), section.showIf());
      for (Question question : section.questions()) {
        check("question " + question.id(), question.showIf());
        Set<String> all = new LinkedHashSet<>(FormCheck.questionsOf(section.showIf()));
        all.addAll(FormCheck.questionsOf(question.showIf()));
        waitsFor.put(question.id(), all);
      }
    }
    circles();
  }

  private void check(String where, @Nullable Expression expression) {
    if (expression != null) {
      for (String id : expression.questions()) {
        if (form.question(id).isEmpty()) {
          report.problem(
              where,
              "show-if refers to the question \"%s\", which the form does not have.".formatted(id),
              "it is misspelt, or it is a code and needs quotes: '%s'.".formatted(id));
        }
      }
      logical(where, expression);
    }
  }

  /** A part that must be true or false. */
  private void logical(String where, Expression part) {
    if (part instanceof Expression.Not || part instanceof Expression.Joined) {
      part.parts().forEach(inner -> logical(where, inner));
    } else if (part instanceof Expression.Comparison comparison) {
      compared(where, comparison.left(), comparison.right(), comparison.comparator().orders());
      compared(where, comparison.right(), comparison.left(), comparison.comparator().orders());
    } else if (part instanceof Expression.Among among) {
      among.literals().forEach(literal -> compared(where, among.operand(), literal, false));
    } else if (part instanceof Expression.Contains contains) {
      contained(where, contains);
    } else if (!(part instanceof Expression.Answered)
        && !(part instanceof Expression.Literal literal && literal.literal() instanceof Truth)) {
      report.problem(
          where,
          "show-if: \"%s\" is neither true nor false.".formatted(part),
          "a comparison is missing: %s = 'yes'.".formatted(part));
    }
  }

  private void compared(String where, Expression side, Expression other, boolean ordered) {
    Optional<Question> question = questionOf(side);
    if (question.isEmpty() || !(other instanceof Expression.Literal literal)) {
      return;
    }
    Question.Type type = question.get().type();
    boolean numeric = type == Question.Type.NUMBER;
    if (type == Question.Type.MULTI_CHOICE) {
      report.problem(
          where,
          "show-if compares the multi-choice \"%s\".".formatted(side),
          "it should be: %s contains %s.".formatted(side, other));
    } else if (numeric != (literal.literal() instanceof Value.Amount)
        || (ordered && !numeric && type != Question.Type.DATE)) {
      report.problem(
          where,
          "show-if compares \"%s\" (%s) with %s.".formatted(side, type, other),
          "numbers have no quotes, codes have quotes, and only numbers and dates can be ordered.");
    } else if (literal.literal() instanceof Value.Text text) {
      known(where, question.get(), text.text());
    }
  }

  private void contained(String where, Expression.Contains contains) {
    Optional<Question> question = questionOf(contains.operand());
    if (question.isPresent() && question.get().type() != Question.Type.MULTI_CHOICE) {
      report.problem(
          where,
          "show-if: \"%s\" is not a multi-choice.".formatted(contains.operand()),
          "it reads: %s = '%s'.".formatted(contains.operand(), contains.code()));
    }
    question.ifPresent(asked -> known(where, asked, contains.code()));
  }

  private void known(String where, Question question, String code) {
    boolean unknown =
        question.type() == Question.Type.YES_NO_UNKNOWN
            ? !YES_NO.contains(code)
            : question.codes() != null && question.code(code).isEmpty();
    if (unknown) {
      report.problem(
          where,
          "show-if: the question \"%s\" has no code '%s'.".formatted(question.id(), code),
          question.type() == Question.Type.YES_NO_UNKNOWN
              ? "it should be: not answered(%s).".formatted(question.id())
              : "it is misspelt; codes are case-sensitive.");
    }
  }

  private Optional<Question> questionOf(Expression side) {
    return side instanceof Expression.Reference reference
        ? form.question(reference.question())
        : Optional.empty();
  }

  private void circles() {
    Set<String> done = new HashSet<>();
    for (String start : waitsFor.keySet()) {
      follow(start, new ArrayList<>(), done);
    }
  }

  private void follow(String id, List<String> way, Set<String> done) {
    int met = way.indexOf(id);
    if (met >= 0) {
      List<String> circle = new ArrayList<>(way.subList(met, way.size()));
      circle.add(id);
      report.problem(
          "question " + id,
          "show-if is circular: %s.".formatted(String.join(" → ", circle)),
          "one of these questions should always be shown.");
      return;
    }
    if (done.contains(id)) {
      return;
    }
    way.add(id);
    waitsFor.getOrDefault(id, Set.of()).forEach(next -> follow(next, way, done));
    way.remove(way.size() - 1);
    done.add(id);
  }
}
