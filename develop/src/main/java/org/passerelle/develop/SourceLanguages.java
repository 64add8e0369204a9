package org.passerelle.develop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;

/** The languages of the house, read again as soon as one of their files has changed. */
final class SourceLanguages implements Languages {
  private static final List<Language> ALL =
      Stream.of("fr", "en", "sr-Cyrl", "sr-Latn").map(Language::new).toList();

  private record Loaded(long changed, Texts texts) {}

  private final Path folder;
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

  SourceLanguages(Path folder) {
    this.folder = folder;
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
  public Texts texts(Language asked) {
    Language language = byTag(asked.tag());
    List<Path> files = files(language);
    long changed = files.stream().mapToLong(file -> file.toFile().lastModified()).sum();
    return loaded
        .compute(
            language.tag(),
            (tag, known) ->
                known != null && known.changed() == changed
                    ? known
                    : new Loaded(changed, read(language, files)))
        .texts();
  }

  private static Texts read(Language language, List<Path> files) {
    Map<String, String> strings = new HashMap<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        strings.putAll(FileTexts.read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new FileTexts(
        language, language.tag().equals("sr-Latn") ? FileTexts.latin(strings) : strings);
  }

  private List<Path> files(Language language) {
    try (Stream<Path> files = Files.list(folder.resolve(language.key()))) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
