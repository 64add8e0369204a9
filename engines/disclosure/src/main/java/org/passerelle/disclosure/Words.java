package org.passerelle.disclosure;

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

/** The sentences of an audit in one language. Safe for concurrent use. */
final class Words {
  /** Available languages. */
  static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  /** Larger bounds count as unbounded. */
  static final long ANY = 1L << 39;

  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();
  private final Properties texts = new Properties();
  private final String language;
  private final Locale locale;

  private Words(String language) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language);
    String name = "audit_%s.properties".formatted(language);
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
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no text %s. Maybe it is mistyped.".formatted(key));
    }
    return new MessageFormat(text, locale).format(values);
  }

  String of(Finding finding) {
    String key = "finding." + finding.kind().name().toLowerCase(Locale.ROOT);
    return finding.kind() == Finding.Kind.CONTRADICTION
        ? say(key)
        : say(key, of(finding.cell()), interval(finding.low(), finding.high()));
  }

  String of(CellName cell) {
    String figure = cell.figure().equals(Layout.TOTAL) ? say("cell.total") : cell.figure();
    return say("cell." + cell.of().name().toLowerCase(Locale.ROOT), figure, cell.release());
  }

  /** The interval of a cell; {@link #ANY} and above is unbounded. */
  String interval(long low, long high) {
    if (low == high) {
      return number(low);
    }
    if (low <= -ANY) {
      return high >= ANY ? say("interval.any") : say("interval.most", high);
    }
    return high >= ANY ? say("interval.least", low) : say("interval.between", low, high);
  }

  String verdict(AuditReport report) {
    return report.passed() ? say("passed") : say("failed", report.findings().size());
  }

  String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A ratio with three decimals. */
  String ratio(double value) {
    return String.format(locale, "%.3f", value);
  }
}
