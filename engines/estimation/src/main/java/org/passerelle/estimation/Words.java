package org.passerelle.estimation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sentences of the report in one language, and its number format. */
final class Words {
  /** Available languages. */
  static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();
  private final Properties texts = new Properties();
  private final String language;
  private final Locale locale;

  private Words(String language) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language);
    String name = "report_%s.properties".formatted(language);
    try (InputStream file = Words.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException(
            "There is no %s. Maybe the language is one of %s.".formatted(name, LANGUAGES));
      }
      try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words in(String language) {
    return KNOWN.computeIfAbsent(language, Words::new);
  }

  String language() {
    return language;
  }

  String say(String key, Object... values) {
    return say(Sentence.of(key, values));
  }

  String say(Sentence sentence) {
    String text = texts.getProperty(sentence.key());
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no text %s. Maybe it is mistyped.".formatted(sentence.key()));
    }
    Object[] values =
        sentence.arguments().stream()
            .map(a -> a instanceof Sentence inner ? say(inner) : a)
            .toArray();
    return new MessageFormat(text, locale).format(values);
  }

  /** A number of people; a dash if there is none. */
  String number(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? "–"
        : NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A ratio with two decimals. */
  String ratio(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }
}
