package org.passerelle.language.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.PublicProcess;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads all language files once at start-up; Serbian Latin is derived from Cyrillic. */
@Component
@PublicProcess
class ResourceLanguages implements Languages {
  private static final List<Language> ALL =
      List.of(
          new Language("fr"), new Language("en"), new Language("sr-Cyrl"), new Language("sr-Latn"));

  /** Languages of countries that may have no node, only for the pages of letterboxes. */
  private static final List<String> FURTHER = List.of("sq", "mk", "ro", "el", "bg");

  private static final List<Language> GUESTS =
      Stream.concat(ALL.stream(), FURTHER.stream().map(Language::new)).toList();
  private final Map<String, Texts> texts = new HashMap<>();

  ResourceLanguages() {
    Map<String, String> serbian = read("sr");
    texts.put("fr", new FileTexts(new Language("fr"), read("fr")));
    Map<String, String> english = read("en");
    texts.put("en", new FileTexts(new Language("en"), english));
    texts.put("sr-Cyrl", new FileTexts(new Language("sr-Cyrl"), serbian));
    texts.put("sr-Latn", new FileTexts(new Language("sr-Latn"), FileTexts.latin(serbian)));
    for (String tag : FURTHER) {
      Map<String, String> further = new HashMap<>(english);
      // a reader abroad must never see a key: missing texts are in English
      further.putAll(read("guest/" + tag + ".properties", tag));
      texts.put(tag, new FileTexts(new Language(tag), further));
    }
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
  public List<Language> guests() {
    return GUESTS;
  }

  @Override
  public Language guest(String tag) {
    return GUESTS.stream().filter(l -> l.tag().equals(tag)).findFirst().orElse(ALL.get(1));
  }

  @Override
  public Texts texts(Language language) {
    return Objects.requireNonNull(texts.get(guest(language.tag()).tag()));
  }

  private static Map<String, String> read(String folder) {
    return read(folder + "/*.properties", folder);
  }

  private static Map<String, String> read(String files, String folder) {
    Map<String, String> all = new HashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:language/" + files)) {
        FileTexts.read(file.getInputStream())
            .forEach(
                (key, text) -> {
                  if (all.put(key, text) != null) {
                    throw new IllegalStateException(
                        "The key %s appears twice in language/%s.".formatted(key, folder));
                  }
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
