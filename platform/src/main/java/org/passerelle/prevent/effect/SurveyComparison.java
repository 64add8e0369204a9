package org.passerelle.prevent.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a survey says of the questions of the one before it. Two questions are compared
 * only if they are the same: by their words, their kind, and the lowest answer that is counted.
 */
public record SurveyComparison(List<Change> changes) {
  public SurveyComparison {
    changes = List.copyOf(changes);
  }

  /** How a question stands to the version before. */
  public enum How {
    /** The same question with the same answers. */
    SAME,
    /** The same question with other answers. */
    RECOUNTED,
    /** The same words, but another kind, or another lowest answer that is counted. */
    OTHERWISE,
    /** It was not asked before. */
    NEW,
    /** It is not asked any more. */
    GONE
  }

  /**
   * A question.
   *
   * @param before its result in the version before; null unless both are compared
   * @param now its result in this version; null unless both are compared
   */
  public record Change(
      String question, How how, @Nullable QuestionResult before, @Nullable QuestionResult now) {
    private static Change of(Survey.Question question, How how) {
      return new Change(question.text(), how, null, null);
    }
  }

  /** Compares a version with the one before it, in the order of its questions. */
  public static SurveyComparison of(Survey before, Survey now) {
    List<Change> changes = new ArrayList<>();
    for (Survey.Question question : now.questions()) {
      changes.add(
          asked(before, question.text())
              .map(earlier -> change(earlier, question))
              .orElseGet(() -> Change.of(question, How.NEW)));
    }
    before.questions().stream()
        .filter(question -> asked(now, question.text()).isEmpty())
        .forEach(question -> changes.add(Change.of(question, How.GONE)));
    return new SurveyComparison(changes);
  }

  private static Optional<Survey.Question> asked(Survey survey, String text) {
    return survey.questions().stream().filter(one -> one.text().equals(text)).findFirst();
  }

  private static Change change(Survey.Question before, Survey.Question now) {
    if (!before.kind().equals(now.kind()) || before.from() != now.from()) {
      return Change.of(now, How.OTHERWISE);
    }
    return before.answers().equals(now.answers())
        ? Change.of(now, How.SAME)
        : new Change(now.text(), How.RECOUNTED, QuestionResult.of(before), QuestionResult.of(now));
  }
}
