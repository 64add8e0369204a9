package org.passerelle.prevent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.refusal.Refused;
import org.passerelle.table.TableFile;

/** Tables of surveys are counted, faulty cells are named, and nothing about a person is taken. */
class SurveyTableTest {
  private static SurveyTable read(String text) throws IOException {
    return SurveyTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  @Test
  void rowsOfRespondentsAreCounted() throws IOException {
    SurveyTable table =
        read(
            """
            wave,Would you ask? [yes-no],How sure are you? [scale 4]
            before,no,2
            before,yes,
            after,Yes,5
            after,yes,4
            after,no,3
            """);
    assertThat(table.faults()).isEmpty();
    Survey.Question ask = table.questions().get(0);
    assertThat(ask.text()).isEqualTo("Would you ask?");
    assertThat(List.of(ask.counted("before"), ask.asked("before"))).containsExactly(1, 2);
    assertThat(List.of(ask.counted("after"), ask.asked("after"))).containsExactly(2, 3);
    Survey.Question sure = table.questions().get(1);
    assertThat(List.of(sure.counted("before"), sure.asked("before"))).containsExactly(0, 1);
    assertThat(List.of(sure.counted("after"), sure.asked("after"))).containsExactly(2, 3);
  }

  @Test
  void countsAreTakenAsTheyAreAndInAnyLanguage() throws IOException {
    SurveyTable table =
        read(
            """
            питање;врста;од најмање;талас;одговор;људи
            Да ли бисте питали?;да-не;;пре;да;48
            Да ли бисте питали?;да-не;;пре;не;32
            Да ли бисте питали?;yes-no;;après;oui;56
            Да ли бисте питали?;да-не;;posle;ne;14
            """);
    assertThat(table.faults()).isEmpty();
    assertThat(table.questions()).hasSize(1);
    QuestionResult result = QuestionResult.of(table.questions().get(0));
    ShareDifference difference = Objects.requireNonNull(result.difference());
    assertThat(difference.difference()).as("after less before").isCloseTo(0.2, within(1e-12));
    assertThat(difference.lower()).isBetween(0.0524, 0.0525);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl", "sr-Latn"})
  void theExamplesOfTheFormAreTables(String language) throws IOException {
    FileTexts texts = FileTexts.of(new Language(language), "effect");
    for (String shape : List.of("people", "counts")) {
      SurveyTable table = read(texts.text("effect.shape." + shape + ".example"));
      assertThat(table.faults()).isEmpty();
      assertThat(table.questions()).isNotEmpty();
    }
  }

  @Test
  void aWorkbookIsReadLikeText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile file = TableFile.xlsx(out, "Survey")) {
      file.row(List.of("wave", "How sure are you? [scale 4]"));
      file.row(List.of("before", 4));
      file.row(List.of("after", 11));
    }
    SurveyTable table = SurveyTable.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(table.faults()).extracting(SurveyTable.Fault::line).containsExactly(3);
    assertThat(table.questions()).isEmpty();
  }

  @Test
  void eachFaultIsNamedWithRowAndColumnAndNothingIsRead() throws IOException {
    SurveyTable table =
        read(
            """
            question,kind,from,wave,answer,people
            Would you ask?,yes-no,,before,yes,48
            Would you ask?,yes-no,,before,yes,49
            Would you ask?,yes-no,2,before,no,1
            Would you ask?,scale,4,before,3,1
            ,open,,during,perhaps,-1
            How sure?,scale,,after,11,1.5
            Why?,yes-no,,after,no,1,Ana
            """);
    assertThat(table.questions()).isEmpty();
    assertThat(table.faults())
        .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.key())
        .containsExactly(
            "3 5 effect.fault.twice",
            "4 3 effect.fault.no-from",
            "5 2 effect.fault.other-kind",
            "6 1 effect.fault.question",
            "6 2 effect.fault.kind",
            "6 4 effect.fault.wave",
            "6 6 effect.fault.people",
            "7 3 effect.fault.from",
            "7 5 effect.fault.answer.scale",
            "7 6 effect.fault.people",
            "8 7 effect.fault.columns");
  }

  @Test
  void noColumnAboutAPersonIsAccepted() {
    for (String column :
        List.of("name", "Age", "Phone", "e-mail", "Remarks", "Age [number]", "How? [scale]")) {
      refused(
          "effect.refused.column",
          () -> read("wave,Would you ask? [yes-no]," + column + "\nbefore,yes,5\n"));
      refused(
          "effect.refused.column",
          () ->
              read("question,kind,wave,answer,people," + column + "\nA?,yes-no,before,yes,5,x\n"));
    }
  }

  @Test
  void aTableThatIsNoneIsRefused() {
    refused("effect.refused.none", () -> read("wave,Would you ask? [yes-no]\n"));
    refused("effect.refused.missing.wave", () -> read("Would you ask? [yes-no]\nyes\n"));
    refused("effect.refused.missing.question", () -> read("wave\nbefore\n"));
    refused("effect.refused.missing.people", () -> read("question,kind,wave,answer\na,b,c,d\n"));
    refused("effect.refused.twice", () -> read("wave,A? [yes-no],A? [scale 3]\nbefore,yes,3\n"));
    refused(
        "effect.refused.many",
        () -> read("wave,A? [yes-no]\n" + "before,yes\n".repeat(SurveyTable.MOST_ROWS + 1)));
    StringBuilder many = new StringBuilder("question,kind,wave,answer,people\n");
    for (int i = 0; i <= SurveyTable.MOST_QUESTIONS; i++) {
      many.append(i).append("?,yes-no,before,yes,5\n");
    }
    refused("effect.refused.questions", () -> read(many.toString()));
    refused(
        "effect.refused.long", () -> read("wave," + "A".repeat(301) + " [yes-no]\nbefore,yes\n"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            refused(
                "effect.refused.long",
                () -> read("wave," + "[".repeat(1_900_000) + "\nbefore,yes\n")));
  }

  @Test
  void aShareThatCouldTellOnSomebodyIsWithheldAndSoIsTheDifference() throws IOException {
    SurveyTable table =
        read(
            """
            question,kind,wave,answer,people
            A?,yes-no,before,yes,3
            A?,yes-no,before,no,77
            A?,yes-no,after,yes,40
            A?,yes-no,after,no,40
            B?,yes-no,before,no,60
            C?,yes-no,after,yes,2
            C?,yes-no,after,no,1
            """);
    QuestionResult a = QuestionResult.of(table.questions().get(0));
    assertThat(Objects.requireNonNull(a.before()).isShown()).isFalse();
    assertThat(Objects.requireNonNull(a.after()).isShown()).isTrue();
    assertThat(a.difference()).isNull();
    QuestionResult b = QuestionResult.of(table.questions().get(1));
    assertThat(Objects.requireNonNull(b.before()).isShown()).as("zero tells on nobody").isTrue();
    assertThat(b.after()).as("who was not asked is not zero").isNull();
    assertThat(b.difference()).isNull();
    QuestionResult c = QuestionResult.of(table.questions().get(2));
    assertThat(Objects.requireNonNull(c.after()).isSmall()).isTrue();
  }
}
