package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.language.Language;

/** The short screening compared with its first version: the figures of docs/screening-time.md. */
class ScreeningTimeTest {
  private static final int MOST_SECONDS = 240;

  /** The usual case: an adult with a sign of each element and no border. */
  private static final Answers ADULT = adult();

  private static Answers adult() {
    Answers answers = Given.chosen(Given.nothing(), "age_under_18", "no");
    for (String no : List.of("danger_now", "crossing_paid", "offence_by_others")) {
      answers = Given.chosen(answers, no, "no");
    }
    return Given.chosen(answers, "alone", "yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl"})
  void underFourMinutesWithHalfTheWords(String tag) {
    Measured before = Measured.of(Given.version("screening-short", 1), new Language(tag));
    Measured now = Measured.of(Given.form("screening-short"), new Language(tag));
    System.out.printf("%s%n  before %s%n  now    %s%n", tag, before, now);
    assertThat(now.words).isLessThanOrEqualTo(before.words / 2);
    assertThat(now.taps).isLessThanOrEqualTo(18).isLessThan(before.taps);
    assertThat(now.seconds).isLessThan(MOST_SECONDS).isLessThan(before.seconds / 2);
  }

  /** The slowest case: every page that can be shown, for a person who is or may be a child. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl"})
  void underFourMinutesAlsoWithEveryPageOpen(String tag) {
    FormDefinition form = Given.form("screening-short");
    Answers all = Given.chosen(ADULT, "alone", "no");
    all = Given.chosen(all, "crossing_paid", "yes");
    all = Given.chosen(all, "offence_by_others", "yes");
    assertThat(Measured.of(form, new Language(tag), all).seconds).isLessThan(MOST_SECONDS);
  }

  @Test
  void ageIsFirstAndEachPageAsksOneThingUpToWhatCannotWait() {
    List<Section> sections = Given.form("screening-short").sections();
    assertThat(sections.get(0).questions())
        .extracting(Question::id)
        .containsExactly("age_under_18");
    int urgency = sections.stream().map(Section::id).toList().indexOf("urgency");
    assertThat(sections.subList(0, urgency + 1)).allMatch(one -> one.questions().size() == 1);
  }

  static List<String> others() {
    return Given.screenings().stream().filter(form -> !form.equals("screening-short")).toList();
  }

  /** Every other set has the same pages around it, and its signs before the urgent ones. */
  @ParameterizedTest
  @MethodSource("others")
  void theOtherSetsBeginAsShortAsTheShortOne(String name) {
    FormDefinition first = Given.version(name, 1);
    FormDefinition now = Given.form(name);
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.sections().get(0).questions())
        .extracting(Question::id)
        .containsExactly("age_under_18");
    List<String> ids = now.sections().stream().map(Section::id).toList();
    List<String> own =
        first.sections().stream()
            .map(Section::id)
            .skip(Given.version("screening-short", 1).sections().size())
            .toList();
    assertThat(own).isNotEmpty();
    assertThat(ids.subList(ids.indexOf("urgency") - own.size(), ids.indexOf("urgency")))
        .isEqualTo(own);
    assertThat(codes(now)).containsAllEntriesOf(codes(first));
    for (String tag : List.of("en", "fr", "sr-Cyrl")) {
      Measured before = Measured.whole(first, new Language(tag));
      Measured after = Measured.whole(now, new Language(tag));
      System.out.printf("%s %s%n  before %s%n  now    %s%n", name, tag, before, after);
      assertThat(after.words).isLessThan(before.words - 350);
      assertThat(after.seconds).isLessThan(before.seconds - 100);
    }
  }

  /** Everything that reads answers by identifier still works: none was renamed or dropped. */
  @Test
  void noQuestionAndNoCodeOfTheFirstVersionIsLost() {
    assertThat(codes(Given.form("screening-short")))
        .containsAllEntriesOf(codes(Given.version("screening-short", 1)));
  }

  private static Map<String, Set<String>> codes(FormDefinition form) {
    return form.questions().stream()
        .collect(
            Collectors.toMap(
                question -> question.id() + " " + question.category() + " " + question.reporting(),
                question ->
                    question.options().stream()
                        .map(Code::code)
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  /** Taps, words and seconds up to the urgent signs, or of the former version to its end. */
  private record Measured(int pages, int taps, int words, double seconds) {
    static Measured of(FormDefinition form, Language language) {
      return of(form, language, ADULT);
    }

    static Measured of(FormDefinition form, Language language, Answers answers) {
      Visibility visibility = new Visibility(form, answers);
      List<Section> way = visibility.sections();
      List<String> elements = way.stream().map(one -> String.valueOf(one.element())).toList();
      return of(way.subList(0, elements.lastIndexOf("URGENCY") + 1), visibility, language);
    }

    /** The same to the last page. */
    static Measured whole(FormDefinition form, Language language) {
      Visibility visibility = new Visibility(form, ADULT);
      return of(visibility.sections(), visibility, language);
    }

    private static Measured of(List<Section> way, Visibility visibility, Language language) {
      int taps = 1 + way.stream().mapToInt(p -> ScreeningTime.taps(visibility.questions(p))).sum();
      int words = way.stream().mapToInt(p -> ScreeningTime.words(p, visibility, language)).sum();
      return new Measured(
          way.size(),
          taps,
          words,
          taps * ScreeningTime.TAP + way.size() * ScreeningTime.PAGE + words * ScreeningTime.WORD);
    }

    @Override
    public String toString() {
      return "%d pages, %d taps, %d words, %.0f s".formatted(pages, taps, words, seconds);
    }
  }
}
