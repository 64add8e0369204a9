package org.passerelle.language.internal;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.SerbianScript;
import org.passerelle.language.Texts;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads all language files once at start-up; Serbian Latin is derived from the Cyrillic ones. */
@Component
class ResourceLanguages implements Languages {
  private static final List<Language> ALL =
      List.of(
          new Language("fr"), new Language("en"), new Language("sr-Cyrl"), new Language("sr-Latn"));
  private final Map<String, Texts> texts = new HashMap<>();

  ResourceLanguages() {
    Map<String, String> serbian = read("sr");
    Map<String, String> latin = new HashMap<>();
    serbian.forEach((key, text) -> latin.put(key, SerbianScript.latin(text)));
    texts.put("fr", new MessageTexts(new Language("fr"), read("fr")));
    texts.put("en", new MessageTexts(new Language("en"), read("en")));
    texts.put("sr-Cyrl", new MessageTexts(new Language("sr-Cyrl"), serbian));
    texts.put("sr-Latn", new MessageTexts(new Language("sr-Latn"), latin));
  }

  @Override
  public List<Language> all() {
    return ALL;
  }

  @Override
  public Language byTag(String tag) {
    return ALL.stream().filter(l -> l.tag().equals(tag)).findFirst().orElse(ALL.get(1));
  }

  @Override
  public Texts texts(Language language) {
    return Objects.requireNonNull(texts.get(byTag(language.tag()).tag()));
  }

  private static Map<String, String> read(String folder) {
    Map<String, String> all = new HashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:language/" + folder + "/*.properties")) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
          if (all.put(key, properties.getProperty(key)) != null) {
            throw new IllegalStateException(
                "The key %s stands twice in language/%s.".formatted(key, folder));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Strings with ICU's message format: plural forms of Serbian and French come from CLDR. */
  private record MessageTexts(
      Language language, Map<String, String> strings, Map<String, MessageFormat> formats)
      implements Texts {

    MessageTexts(Language language, Map<String, String> strings) {
      this(language, Map.copyOf(strings), new ConcurrentHashMap<>());
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
      synchronized (format) {
        return format.format(arguments);
      }
    }
  }
}
