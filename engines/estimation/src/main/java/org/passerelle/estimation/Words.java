package org.passerelle.estimation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The sentences of the report; English, another language is another file beside it. */
final class Words {
  private final Properties texts = new Properties();

  Words() {
    try (InputStream file = Words.class.getResourceAsStream("report.properties")) {
      if (file == null) {
        throw new IllegalStateException(
            "report.properties is not there. Maybe the module was packaged without resources.");
      }
      try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String say(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no text %s. Maybe it is mistyped.".formatted(key));
    }
    return new MessageFormat(text, Locale.ENGLISH).format(values);
  }

  static String number(@org.jspecify.annotations.Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? "–"
        : String.format(Locale.ENGLISH, "%,.0f", value);
  }
}
