package org.passerelle.language.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
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
    texts.put("fr", new FileTexts(new Language("fr"), read("fr")));
    texts.put("en", new FileTexts(new Language("en"), read("en")));
    texts.put("sr-Cyrl", new FileTexts(new Language("sr-Cyrl"), serbian));
    texts.put("sr-Latn", new FileTexts(new Language("sr-Latn"), FileTexts.latin(serbian)));
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
        FileTexts.read(file.getInputStream())
            .forEach(
                (key, text) -> {
                  if (all.put(key, text) != null) {
                    throw new IllegalStateException(
                        "The key %s stands twice in language/%s.".formatted(key, folder));
                  }
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
