package org.passerelle.language;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts in ICU message format: plural forms of Serbian and French come from CLDR. Safe for
 * concurrent use.
 */
public record FileTexts(
    Language language, Map<String, String> strings, Map<String, MessageFormat> formats)
    implements Texts {
  /** Prefix of the keys for the languages' own names. */
  private static final String OWN_NAMES = "house.language.";

  /** With the given texts. */
  public FileTexts(Language language, Map<String, String> strings) {
    this(language, Map.copyOf(strings), new ConcurrentHashMap<>());
  }

  /**
   * Some parts of the texts, for commands that run without the server.
   *
   * @param parts names of files in {@code language/LANGUAGE}, without extension
   */
  public static FileTexts of(Language language, String... parts) {
    Map<String, String> all = new HashMap<>();
    for (String part : parts) {
      String name = "/language/%s/%s.properties".formatted(language.key(), part);
      try (InputStream in =
          Objects.requireNonNull(FileTexts.class.getResourceAsStream(name), name)) {
        all.putAll(read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new FileTexts(language, language.tag().equals("sr-Latn") ? latin(all) : all);
  }

  /** The texts of one file, in UTF-8. */
  public static Map<String, String> read(InputStream in) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> strings = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      strings.put(key, properties.getProperty(key));
    }
    return strings;
  }

  /**
   * Serbian Latin derived from Cyrillic texts. The languages' own names are not converted:
   * otherwise the two scripts could not be distinguished in the language switch.
   */
  public static Map<String, String> latin(Map<String, String> cyrillic) {
    Map<String, String> latin = new HashMap<>();
    cyrillic.forEach(
        (key, text) ->
            latin.put(key, key.startsWith(OWN_NAMES) ? text : SerbianScript.latin(text)));
    return latin;
  }

  @Override
  public boolean has(String key) {
    return strings.containsKey(key);
  }

  @Override
  public String text(String key, Object... arguments) {
    String pattern = strings.get(key);
    if (pattern == null) {
      return "⟦" + key + "⟧";
    }
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
    String text;
    synchronized (format) {
      text = format.format(inThisLanguage(arguments));
    }
    return switch (language.key()) {
      case "sr" -> SerbianMonths.declined(text);
      case "fr" -> FrenchDays.withoutArticle(text);
      default -> text;
    };
  }

  private Object[] inThisLanguage(Object[] arguments) {
    Object[] said = arguments.clone();
    for (int i = 0; i < said.length; i++) {
      if (said[i] instanceof Wording wording) {
        said[i] = wording.in(language);
      }
    }
    return said;
  }

  @Override
  public SortedMap<String, String> patterns(Collection<String> beginnings) {
    SortedMap<String, String> chosen = new TreeMap<>();
    strings.forEach(
        (key, text) -> {
          if (beginnings.stream().anyMatch(key::startsWith)) {
            chosen.put(key, text);
          }
        });
    return chosen;
  }
}
