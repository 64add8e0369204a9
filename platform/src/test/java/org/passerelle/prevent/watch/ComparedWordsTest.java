package org.passerelle.prevent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same account, address, number or phrase is recognised however somebody wrote it. */
class ComparedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account  | @Elite.Jobs                          | elite.jobs
          account  | elite.jobs                           | ＠ｅｌｉｔｅ.jobs
          account  | https://www.example.org/Elite.Jobs/  | example.org/elite.jobs
          account  | http://example.org/a?fbclid=xyz      | example.org/a
          account  | example.org/p?id=7&utm_source=x      | https://example.org/p?id=7
          account  | example.org/a#about                  | example.org/a
          account  | елите_јобс                           | elite_jobs
          account  | el\u200bite\u202e.jobs               | elite.jobs
          phrase   | Посао у  Бечу, без папира!           | posao u Becu bez papira
          phrase   | Đorđe traži devojke                  | djordje trazi devojke
          phone    | +381 (64) 123-4567                   | 064/1234567
          advert   | hxxps://example.org/job              | example.org/job
          """)
  void theSameHasTheSameKey(String kind, String one, String other) {
    assertThat(ComparedWords.of(one).key(kind)).isEqualTo(ComparedWords.of(other).key(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account | @elite.jobs         | @elite.jobs2
          account | example.org/p?id=7  | example.org/p?id=8
          account | example.org/elite   | example.com/elite
          phrase  | posao u Beču        | posao u Beogradu
          phone   | +381 64 123 4567    | +381 64 123 4568
          """)
  void whatDiffersHasAnother(String kind, String one, String other) {
    assertThat(ComparedWords.of(one).key(kind)).isNotEqualTo(ComparedWords.of(other).key(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account  | @elite.jobs          | Write to @ELITE.jobs.                          | true
          account  | @elite.jobs          | see https://example.org/elite.jobs/photos      | true
          account  | @elite.jobs          | elite.jobs2 is another                         | false
          account  | @elite.jobs          | my.elite.jobs, elite.jobs_vienna, x-elite.jobs | false
          account  | example.org/elitejob | it is @elitejob there                          | true
          account  | example.org/elitejob | an elitejob                                    | false
          phrase   | posao u Beču         | Нуде посао у Бечу и стан                       | true
          phrase   | posao u Beču         | posao u Bečuu                                  | false
          phrase   | Job                  | a job abroad                                   | false
          phone    | 064/123-4567         | call +381 64 1234567 after six                 | true
          phone    | 064/123-4567         | order 10641234567890123 of 2026                | false
          platform | nightjobs.example    | It stood on www.nightjobs.example              | true
          advert   | <b>work</b> & more   | the text was <b>work</b> & more                | true
          """)
  void itIsFoundInTextAsAWholeNameOnly(String kind, String words, String text, boolean found) {
    assertThat(ComparedWords.of(words).standsIn(ComparedWords.of(text), kind)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account | @elite.jobs             | account  | elite_jobs_2                         | true
          account | @elite.jobs             | account  | example.org/elite.jobs               | true
          account | @elite.jobs             | advert   | Write to elite.jobs for work in Wien | true
          phone   | 0641234567              | advert   | Work abroad, call +381641234567      | true
          phone   | +381 64 123 4567        | phone    | +381 64 123 9999                     | false
          phrase  | posao u Beču bez papira | advert   | odličan posao u Beču bez papira      | true
          phrase  | posao u Beču bez papira | phrase   | stan u Beogradu bez nameštaja        | false
          account | example.org/elite.jobs  | platform | example.org                          | false
          account | @anna1                  | account  | @anna2                               | false
          """)
  void nearlyTheSameIsSaidWhicheverCameFirst(
      String kind, String one, String otherKind, String other, boolean near) {
    ComparedWords first = ComparedWords.of(one);
    ComparedWords second = ComparedWords.of(other);
    assertThat(first.isNear(kind, second, otherKind)).isEqualTo(near);
    assertThat(second.isNear(otherKind, first, kind)).isEqualTo(near);
  }

  @Test
  void whatHasNothingToCompareHasNoKey() {
    assertThat(ComparedWords.of("! ?").key("phrase")).isEmpty();
    assertThat(ComparedWords.of("12 34").key("phone")).isEmpty();
    assertThat(ComparedWords.of("").standsIn(ComparedWords.of("anything"), "phrase")).isFalse();
  }

  /** A text made to keep the comparison busy. */
  @Test
  void aHostileTextIsComparedInNoTime() {
    String text =
        "0 ".repeat(20_000) + "@".repeat(20_000) + "www.".repeat(5_000) + "?si=".repeat(5_000);
    long began = System.nanoTime();
    ComparedWords.of("posao u Beču").standsIn(ComparedWords.of(text), "phrase");
    ComparedWords.of("0641234567").standsIn(ComparedWords.of(text), "phone");
    assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(3_000);
  }
}
