package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every sentence of an audit exists in every language, with the same arguments. */
class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]");
  private static final CellName CELL = new CellName(CellName.Of.DIFFERENCE, "total", "last");

  @Test
  void everySentenceExistsInEveryLanguage() throws IOException {
    Properties english = read("en");
    for (String language : Words.LANGUAGES) {
      Properties texts = read(language);
      assertThat(texts.stringPropertyNames())
          .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        String text = texts.getProperty(key);
        assertThat(arguments(text))
            .as(language + " " + key)
            .isEqualTo(arguments(english.getProperty(key)));
        assertThat(text).as(language + " " + key).doesNotContain("'");
        if (language.equals("sr")) {
          assertThat(text).as(key).doesNotContainPattern("[A-Za-z]");
        }
      }
    }
  }

  @Test
  void everyFindingIsASentence() {
    for (Finding.Kind kind : Finding.Kind.values()) {
      for (String language : Words.LANGUAGES) {
        String said = Words.in(language).of(new Finding(kind, CELL, 3, Words.ANY));
        if (kind == Finding.Kind.CONTRADICTION) {
          assertThat(said).endsWith(".");
        } else {
          assertThat(said).contains("last").contains("3");
        }
      }
    }
    assertThat(new Finding(Finding.Kind.SMALL, CELL, 3, 3))
        .hasToString("total less last is shown and small: 3");
  }

  @Test
  void numbersAndIntervalsAreWrittenAsTheLanguageWritesThem() {
    Words french = Words.in("fr");
    Words serbian = Words.in("sr");
    assertThat(french.of(CELL)).isEqualTo("total, différence avec last");
    assertThat(serbian.of(CELL)).isEqualTo("укупно, разлика према објави last");
    assertThat(french.interval(4, 1234)).isEqualTo("de 4 à 1\u202f234");
    assertThat(serbian.interval(1234, Words.ANY)).isEqualTo("1.234 или више");
    assertThat(Words.in("en").interval(-Words.ANY, Words.ANY)).isEqualTo("any number");
    assertThat(Words.in("en").interval(-Words.ANY, 2)).isEqualTo("2 or less");
    assertThat(french.ratio(0.5)).isEqualTo("0,500");
    assertThat(french.say("failed", 1)).contains("1 case ne doit pas");
    assertThat(french.say("failed", 1200)).contains("1\u202f200 cases ne doivent pas");
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream file = Words.class.getResourceAsStream("audit_" + language + ".properties")) {
      texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
