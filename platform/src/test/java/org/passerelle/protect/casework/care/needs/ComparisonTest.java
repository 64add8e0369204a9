package org.passerelle.protect.casework.care.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.ShippedForms;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Subject;
import org.passerelle.protect.casework.care.needs.Comparison.Change;

/** An unknown value is neither better nor worse, and nothing is added up. */
class ComparisonTest {
  private static final FormDefinition FORM =
      ShippedForms.read().current(Assessments.FORM).orElseThrow();
  private final List<Submission> all = new ArrayList<>();

  private void assessed(SomeAssessment one) {
    UUID file = new UUID(0, 1);
    Instant at = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(all.size());
    Submission.Entry entry =
        new Submission.Entry(
            new UUID(0, 2L + all.size()),
            new Subject("case", file, file, file),
            FORM.form(),
            FORM.version(),
            true,
            1,
            file,
            at,
            at,
            at);
    all.add(new Submission(entry, FORM, one.answers()));
  }

  private Comparison.Row row(String question) {
    return Comparison.of(all).rows().stream()
        .filter(r -> r.question().id().equals(question))
        .findFirst()
        .orElseThrow();
  }

  private List<Change> changes(String question) {
    return row(question).cells().stream().map(Comparison.Cell::change).toList();
  }

  @Test
  void levelsAreHigherOrLowerAndTheUnknownIsNeither() {
    assessed(new SomeAssessment().with("violence", "high").with("runaway", "low"));
    assessed(
        new SomeAssessment()
            .with("violence", "low")
            .with("runaway", new Answer.NotKnown())
            .with("suicide", "none_seen"));
    assessed(new SomeAssessment().with("violence", "immediate").with("suicide", "none_seen"));
    assertThat(changes("violence")).containsExactly(Change.NONE, Change.BETTER, Change.WORSE);
    assertThat(changes("runaway"))
        .as("asked and not known, then not asked: nothing became better")
        .containsExactly(Change.NONE, Change.GONE, Change.NONE);
    assertThat(changes("suicide")).containsExactly(Change.NONE, Change.NEW, Change.SAME);
    assertThat(row("suicide").changed()).isTrue();
    assertThat(row("overall_level").changed()).isFalse();
  }

  @Test
  void whichAnswerIsTheBetterDependsOnTheQuestion() {
    assessed(
        new SomeAssessment()
            .with("whereabouts_known", "no")
            .with("guardian_named", "no")
            .with("pregnancy", "no"));
    assessed(
        new SomeAssessment()
            .with("whereabouts_known", "yes")
            .with("guardian_named", "yes")
            .with("pregnancy", "yes"));
    assertThat(changes("whereabouts_known")).containsExactly(Change.NONE, Change.WORSE);
    assertThat(changes("guardian_named")).containsExactly(Change.NONE, Change.BETTER);
    assertThat(changes("pregnancy")).containsExactly(Change.NONE, Change.CHANGED);
  }

  @Test
  void needsThatCameAndWentAreNamed() {
    assessed(new SomeAssessment().needs("housing", "legal"));
    assessed(new SomeAssessment().needs("legal", "schooling"));
    Comparison.Cell last = row("needs").cells().get(1);
    assertThat(last.change()).isEqualTo(Change.CHANGED);
    assertThat(last.gained()).containsExactly("schooling");
    assertThat(last.lost()).containsExactly("housing");
  }

  @Test
  void freeTextIsNotCompared() {
    assessed(new SomeAssessment().with("reasons", new Answer.Writing("He came back")));
    assessed(new SomeAssessment());
    assertThat(Comparison.of(all).rows()).noneMatch(r -> r.question().id().equals("reasons"));
  }

  @Test
  void everyNeedOfTheFormIsANeedOfThePlan() {
    FormDefinitions definitions = ShippedForms.read();
    Set<String> needs =
        definitions.lists().list("care_needs").codes().stream()
            .map(Code::code)
            .collect(Collectors.toSet());
    Set<String> asked =
        FORM.question("needs").orElseThrow().options().stream()
            .map(Code::code)
            .collect(Collectors.toSet());
    asked.remove("none");
    assertThat(needs).isEqualTo(asked);
    assertThat(needs).contains("guardianship");
  }

  @Test
  void aChildWithoutAGuardianNeedsOne() {
    assertThat(UnmetNeeds.of(new SomeAssessment().needs("none").answers())).isEmpty();
    assertThat(
            UnmetNeeds.of(
                new SomeAssessment().needs("legal").with("guardian_named", "no").answers()))
        .containsExactly("legal", "guardianship");
  }
}
