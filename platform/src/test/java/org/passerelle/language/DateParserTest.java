package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Dates as people write them, whatever the language of the page, and how they are said back. */
class DateParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15.02.2024 | 2024-02-15",
        "15. 2. 2024. | 2024-02-15",
        "15/2/24 | 2024-02-15",
        "15-2-24 | 2024-02-15",
        "2/15/2024 | 2024-02-15",
        "2024/2/5 | 2024-02-05",
        "3/4/87 | 1987-04-03",
        "feb 2024 | 2024-02",
        "Feb. 2024 | 2024-02",
        "2/2024 | 2024-02",
        "02.2024. | 2024-02",
        "févr. 2024 | 2024-02",
        "fevrier 2024 | 2024-02",
        "феб 2024 | 2024-02",
        "фебруар 2024. | 2024-02",
        "februara 2024. godine | 2024-02",
        "15 février 2024 | 2024-02-15",
        "1er mars 2004 | 2004-03-01",
        "15. фебруара 2024. | 2024-02-15",
        "February 15th, 2024 | 2024-02-15",
        "15 feb 24 | 2024-02-15",
        "le 3 août 2011 | 2011-08-03",
        "2003. | 2003",
        "u 2003. godini | 2003",
        "2003 or 2004 | [2003..2004]",
        "2003 ou 2004 | [2003..2004]",
        "2003. ili 2004. | [2003..2004]",
        "2003. или 2004 | [2003..2004]",
        "2003-2005 | [2003..2005]",
        "entre 2003 et 2005 | [2003..2005]",
        "између 2003. и 2005. | [2003..2005]",
        "between May 2003 and 2005 | [2003-05..2005]",
        "around 2005 | 2005~",
        "about May 2005 | 2005-05~",
        "ca. 2005 | 2005~",
        "vers l’année 2005 | 2005~",
        "oko 2005. | 2005~",
        "око маја 2005. | 2005-05~",
        "2005 ~ | 2005~",
        "maybe 2003 | 2003?",
        "peut-être vers 2003 | 2003%",
        "можда 2003. | 2003?",
        "since 2004 | 2004/..",
        "depuis mai 2004 | 2004-05/..",
        "à partir de 2004 | 2004/..",
        "od 2004. | 2004/..",
        "jusqu’en 2004 | ../2004",
        "jusqu'au 15 mars 2004 | ../2004-03-15",
        "do 2004. | ../2004",
        "before 2004 | ../2003",
        "avant mars 2004 | ../2004-02",
        "after 2004 | 2005/..",
        "from 2003 to 2005 | 2003/2005",
        "du 3 mars 2004 au 5 mai 2004 | 2004-03-03/2004-05-05",
        "od 2003. do 2005. | 2003/2005",
        "the 1990s | 199X",
        "les années 1990 | 199X",
        "1990-ih | 199X",
        "200X | 200X",
        "2003-05 | 2003-05"
      })
  void isRead(String said, String edtf) {
    assertThat(DateParser.read(said, 2026).edtf()).isEqualTo(edtf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spring",
        "2003-13",
        "30.2.2024",
        "31 april 2003",
        "jui 2003",
        "15 2",
        "feb 24",
        "2005 or 2003",
        "between 2003",
        "or 2004",
        "about",
        "13/13/2003",
        "soon 2003 maybe not",
        "2003 2004 2005",
        "1/2/3",
        "١٥.٢.٢٠٢٤",
        "before 199X"
      })
  void isNotGuessed(String said) {
    assertThatThrownBy(() -> DateParser.read(said, 2026)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aYearOfTwoDigitsIsNotAhead() {
    assertThat(DateParser.read("1.5.26", 2026).edtf()).isEqualTo("2026-05-01");
    assertThat(DateParser.read("1.5.27", 2026).edtf()).isEqualTo("1927-05-01");
    assertThat(DateParser.read("1.5.27", 2056).edtf()).isEqualTo("2027-05-01");
  }

  /** How a date is said back. */
  @OnBothDatabases
  static class SaidBack {
    private static final String[] DOUBTS = {"", "", "~", "?", "%"};
    @Parameter House house;

    @Test
    void isSaidInWords() {
      assertThat(in("en", "2005~")).isEqualTo("about 2005");
      assertThat(in("fr", "[2003..2004]")).isEqualTo("2003 ou 2004");
      assertThat(in("sr-Cyrl", "[2003-02..2005]")).isEqualTo("између фебруара 2003. и 2005.");
      assertThat(in("sr-Latn", "2004-03-09~")).isEqualTo("oko 9. marta 2004.");
      assertThat(in("fr", "2004-03-01~")).isEqualTo("vers le 1er mars 2004");
      assertThat(in("fr", "../2004-03-15")).isEqualTo("jusqu’au 15 mars 2004");
      assertThat(in("en", "200X")).isEqualTo("the 2000s");
      assertThat(in("en", "2003-XX")).isEqualTo("2003");
      assertThat(in("en", "nonsense")).isEqualTo("nonsense");
    }

    /** What is shown in a field to be changed is read as what it was. */
    @Test
    void whatIsSaidIsReadAgain() {
      Random random = new Random(20261128);
      for (String language : new String[] {"en", "fr", "sr-Cyrl", "sr-Latn"}) {
        for (int i = 0; i < 500; i++) {
          String edtf = draw(random);
          PartialDate date;
          try {
            date = PartialDate.parse(edtf);
          } catch (DateTimeException e) {
            continue;
          }
          String said = in(language, edtf);
          PartialDate again = DateParser.read(said, 2026);
          assertThat(again.earliest()).as("%s: %s", edtf, said).isEqualTo(date.earliest());
          assertThat(again.latest()).as("%s: %s", edtf, said).isEqualTo(date.latest());
          assertThat(again.isDoubtful()).as("%s: %s", edtf, said).isEqualTo(date.isDoubtful());
        }
      }
    }

    private static String draw(Random random) {
      return switch (random.nextInt(6)) {
        case 0 -> point(random) + "/" + point(random);
        case 1 -> "[" + point(random) + ".." + point(random) + "]";
        case 2 -> "../" + point(random);
        case 3 -> point(random) + "/..";
        default -> point(random);
      };
    }

    private static String point(Random random) {
      String doubt = DOUBTS[random.nextInt(DOUBTS.length)];
      LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(27_000));
      return switch (random.nextInt(5)) {
            case 0 -> day.toString();
            case 1 -> day.toString().substring(0, 7);
            case 2 -> day.toString().substring(0, 3) + "X";
            default -> day.toString().substring(0, 4);
          }
          + doubt;
    }

    private String in(String tag, String edtf) {
      Languages languages = house.get(Languages.class);
      return new Moments(languages.texts(languages.byTag(tag)), ZoneOffset.UTC, Clock.systemUTC())
          .partial(edtf);
    }
  }

  /** What the sentences of an error propose can be written. */
  @ParameterizedTest
  @ValueSource(strings = {"9 April 2026", "9 avril 2026", "9. април 2026", "2026-04-09", "9.4.26"})
  void oneDayIsReadInEveryLanguage(String typed) {
    assertThat(DateParser.day(typed)).isEqualTo(LocalDate.of(2026, 4, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"April 2026", "about 2026", "31 April 2026", "soon"})
  void whatIsNoDayIsRefused(String typed) {
    assertThatThrownBy(() -> DateParser.day(typed)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void whatIsKnownIsAYearAMonthOrADay() {
    assertThat(DateParser.known("2019.")).isEqualTo("2019");
    assertThat(DateParser.known("јун 2019.")).isEqualTo("2019-06");
    assertThat(DateParser.known("30 avril 2019")).isEqualTo("2019-04-30");
    assertThatThrownBy(() -> DateParser.known("about 2005")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> DateParser.known("2003 or 2004"))
        .isInstanceOf(DateTimeException.class);
  }
}
