package org.passerelle.prevent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions of a survey are compared question by question only where the question is the same. */
class SurveyComparisonTest {
  private static Survey.Question question(String text, String kind, int from, int yes) {
    String value = kind.equals("scale") ? "5" : "yes";
    return new Survey.Question(
        text,
        kind,
        from,
        List.of(new Survey.Answer("before", value, yes), new Survey.Answer("after", value, 20)));
  }

  private static Survey survey(Survey.Question... questions) {
    return new Survey("The institute", "All", "On paper", "others", List.of(questions));
  }

  @Test
  void onlyTheSameQuestionIsCompared() {
    Survey before =
        survey(
            question("Same?", "yes-no", 0, 30),
            question("Counted anew?", "yes-no", 0, 30),
            question("Of another kind?", "yes-no", 0, 30),
            question("Counted from another answer?", "scale", 4, 30),
            question("Gone?", "yes-no", 0, 30));
    Survey now =
        survey(
            question("Counted from another answer?", "scale", 5, 30),
            question("Same?", "yes-no", 0, 30),
            question("Counted anew?", "yes-no", 0, 40),
            question("Of another kind?", "scale", 4, 30),
            question("Same ?", "yes-no", 0, 30));
    List<SurveyComparison.Change> changes = SurveyComparison.of(before, now).changes();
    assertThat(changes)
        .extracting(SurveyComparison.Change::question, SurveyComparison.Change::how)
        .containsExactly(
            tuple("Counted from another answer?", SurveyComparison.How.OTHERWISE),
            tuple("Same?", SurveyComparison.How.SAME),
            tuple("Counted anew?", SurveyComparison.How.RECOUNTED),
            tuple("Of another kind?", SurveyComparison.How.OTHERWISE),
            tuple("Same ?", SurveyComparison.How.NEW),
            tuple("Gone?", SurveyComparison.How.GONE));
    assertThat(changes)
        .filteredOn(change -> change.how() != SurveyComparison.How.RECOUNTED)
        .as("nothing stands beside what is not compared")
        .allMatch(change -> change.before() == null && change.now() == null);
  }

  @Test
  void aVersionOfNothingButOtherQuestionsIsNotCompared() {
    assertThat(
            SurveyComparison.of(
                    survey(question("One?", "yes-no", 0, 30)),
                    survey(question("Two?", "yes-no", 0, 30)))
                .changes())
        .extracting(SurveyComparison.Change::how)
        .containsExactly(SurveyComparison.How.NEW, SurveyComparison.How.GONE);
  }
}
