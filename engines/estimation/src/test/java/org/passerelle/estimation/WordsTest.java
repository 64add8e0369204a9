package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence exists in every language, with the same arguments. */
class WordsTest {
  @Test
  void everySentenceExistsInEveryLanguage() throws IOException {
    Properties english = read("en");
    for (String language : Words.LANGUAGES) {
      Properties texts = read(language);
      assertThat(new TreeSet<>(texts.stringPropertyNames()))
          .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
      for (String key : texts.stringPropertyNames()) {
        assertThat(arguments(texts.getProperty(key)))
            .as(language + " " + key)
            .isEqualTo(arguments(english.getProperty(key)));
        if (language.equals("sr")) {
          assertThat(texts.getProperty(key).replaceAll("\\(.*|\\{.*", ""))
              .as(key)
              .doesNotMatch(".*[A-Za-z]{5}.*[A-Za-z]{5}.*");
        }
      }
    }
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    Sentence sentence = Sentence.of("warning.close-models", 3, 1234.4, 56789.0);
    assertThat(sentence.in("en")).contains("from 1,234 to 56,789");
    assertThat(sentence.in("fr")).contains("de 1\u202f234 à 56\u202f789");
    assertThat(sentence.in("sr")).contains("од 1.234 до 56.789");
    assertThat(Sentence.of("delta", 0.03125).in("fr")).endsWith("0,03125");
    assertThat(
            Sentence.of("warning.list-left-out", Sentence.of("warning.list-empty", "A")).in("fr"))
        .isEqualTo("La liste A est vide et a été laissée de côté.");
  }

  private static Set<Integer> arguments(String text) {
    int count = new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    TreeSet<Integer> used = new TreeSet<>();
    Pattern.compile("\\{([0-9])")
        .matcher(text)
        .results()
        .forEach(found -> used.add(Integer.valueOf(found.group(1))));
    assertThat(count).as(text).isEqualTo(used.isEmpty() ? 0 : used.last() + 1);
    return used;
  }

  private static Properties read(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream file = Words.class.getResourceAsStream("report_" + language + ".properties")) {
      texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
