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

/** The application's languages, read again whenever one of their files has changed. */
final class SourceLanguages implements Languages {
  private static final List<Language> ALL =
      Stream.of("fr", "en", "sr-Cyrl", "sr-Latn").map(Language::new).toList();

  private static final String GUEST = "guest";
  private static final String ENDING = ".properties";

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
  public List<Language> guests() {
    if (!Files.isDirectory(folder.resolve(GUEST))) {
      return ALL;
    }
    try (Stream<Path> files = Files.list(folder.resolve(GUEST))) {
      Stream<Language> further =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(ENDING))
              .sorted()
              .map(name -> new Language(name.substring(0, name.length() - ENDING.length())));
      return Stream.concat(ALL.stream(), further).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Language guest(String tag) {
    return guests().stream().filter(l -> l.tag().equals(tag)).findFirst().orElse(ALL.get(1));
  }

  @Override
  public Texts texts(Language asked) {
    Language language = guest(asked.tag());
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

  /**
   * The files of a language; for an additional language of letterboxes, the English ones come
   * first.
   */
  private List<Path> files(Language language) {
    boolean further = !ALL.contains(language);
    try (Stream<Path> files = Files.list(folder.resolve(further ? "en" : language.key()))) {
      Stream<Path> all =
          files.filter(file -> file.toString().endsWith(ENDING)).sorted(Comparator.naturalOrder());
      return further
          ? Stream.concat(all, Stream.of(folder.resolve(GUEST).resolve(language.tag() + ENDING)))
              .toList()
          : all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
