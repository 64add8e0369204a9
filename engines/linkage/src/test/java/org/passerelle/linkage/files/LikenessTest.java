package org.passerelle.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of two files speaks for or against one person; what is unknown says nothing. */
class LikenessTest {
  private static final int PERSONS = 1_000;
  private static final double RARE = 1.0 / PERSONS;
  private final Likeness likeness = new Likeness();
  private final LikenessWeights weights = LikenessWeights.load();

  @Test
  void twoEmptyFilesAreAsLikelyAsAnyTwo() {
    Judgement judged = judge(file(List.of(), null), file(List.of(), null));
    assertThat(judged.agreements()).isEmpty();
    assertThat(judged.bits()).isCloseTo(Math.log(0.1 / PERSONS) / Math.log(2), within(1e-9));
  }

  @Test
  void aNameInAnotherScriptIsTheSame() {
    FileTraits latin = file(List.of("Skender Brahimi"), day("1971-05-03"));
    FileTraits cyrillic = file(List.of("Скендер Брахими"), day("1971-05-03"));
    assertThat(levels(judge(latin, cyrillic))).containsExactly("names same", "birth day");
    assertThat(judge(latin, cyrillic).probability()).isGreaterThan(0.9);
    assertThat(judge(latin, cyrillic)).isEqualTo(judge(cyrillic, latin));
  }

  @Test
  void theFirstOfJanuaryIsAYear() {
    FileTraits entered = file(List.of(), day("1971-01-01"));
    assertThat(levels(judge(entered, file(List.of(), day("1971-05-03")))))
        .containsExactly("age possible");
    FileTraits doubted =
        file(
            List.of(),
            new FileTraits.Birth(LocalDate.of(1971, 1, 1), LocalDate.of(1971, 1, 1), false));
    assertThat(levels(judge(doubted, file(List.of(), day("1971-05-03")))))
        .containsExactly("birth year");
  }

  @Test
  void oneCommonEntryIsEnough() {
    FileTraits one = with(Set.of("44123456", "49999999"), Set.of("AB123456"));
    FileTraits other = with(Set.of("44123456"), Set.of("CD777888"));
    Judgement judged = judge(one, other);
    assertThat(levels(judged)).containsExactly("phone same", "paper other");
    assertThat(judged.agreements().get(0).bits())
        .isCloseTo(
            Math.log(weights.m("phone", "same") / weights.u("phone", "same")) / Math.log(2),
            within(1e-9));
  }

  private Judgement judge(FileTraits one, FileTraits other) {
    return likeness.judge(one, other, word -> RARE, PERSONS);
  }

  private static List<String> levels(Judgement judged) {
    return judged.agreements().stream().map(a -> a.attribute() + " " + a.level()).toList();
  }

  private static FileTraits.Birth day(String day) {
    return new FileTraits.Birth(LocalDate.parse(day), LocalDate.parse(day), true);
  }

  private static FileTraits file(List<String> names, FileTraits.@Nullable Birth birth) {
    return new FileTraits(names, birth, null, Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static FileTraits with(Set<String> phones, Set<String> papers) {
    return new FileTraits(List.of(), null, null, Set.of(), phones, papers, Set.of());
  }
}
