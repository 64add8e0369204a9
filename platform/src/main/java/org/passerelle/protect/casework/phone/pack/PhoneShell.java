package org.passerelle.protect.casework.phone.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.screening.SpokenTexts;
import org.passerelle.storage.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of the offline page, its texts, and the service worker that caches them. The worker
 * contains a digest of all files: browsers recognise a changed worker as an update. Thread-safe.
 */
@Component
public class PhoneShell {
  private static final List<String> LOOK =
      List.of("/passerelle.css", "/house.css", "/forms.css", "/casework.css", "/phone.css");

  /** Prefixes of the keys of its texts. */
  private static final List<String> TEXTS =
      List.of(
          "phone.",
          "screening.",
          "call.",
          "date.partial.",
          "forms.yes",
          "forms.no",
          "forms.none",
          "forms.choose",
          "forms.evidence",
          "forms.filter",
          "forms.more",
          "forms.partial-date",
          "forms.problem",
          "forms.error",
          "forms.required",
          "forms.state.",
          "forms.banner.",
          "forms.kind.",
          "forms.why",
          "house.name",
          "house.demo",
          "house.language",
          "house.skip");

  private final String words;
  private final String worker;

  PhoneShell(Languages languages) {
    JsonMapper json = new JsonMapper();
    Map<String, Object> all = new LinkedHashMap<>();
    for (Language language : languages.all()) {
      Map<String, String> said = new TreeMap<>(languages.texts(language).patterns(TEXTS));
      SpokenTexts.all().forEach(one -> told(one, said));
      all.put(language.tag(), said);
    }
    this.words = json.writeValueAsString(all);
    List<String> files =
        Stream.of(
                LOOK.stream(),
                Stream.of("/icon.svg"),
                found("phone", "*.js"),
                found("phone", "*.png"),
                found("fonts", "*-latin-*normal.woff2"),
                found("fonts", "*-cyrillic-*normal.woff2"))
            .flatMap(paths -> paths)
            .toList();
    StringBuilder said = new StringBuilder(words);
    files.forEach(file -> said.append(file).append(text("/static" + file)));
    said.append(text("/phone/worker.js"));
    List<String> kept =
        Stream.concat(Stream.of("/phone", "/phone/words", "/phone/manifest"), files.stream())
            .toList();
    this.worker =
        text("/phone/worker.js")
            .replace("{version}", Sha256.of(said.toString()).substring(0, 16))
            .replace("['{files}']", json.writeValueAsString(kept));
  }

  /**
   * Texts read to a person in languages that the interface does not have, in addition to its own.
   */
  private static void told(SpokenTexts one, Map<String, String> said) {
    said.put("screening.tell.in." + one.code(), one.words());
    said.put("screening.tell.in." + one.code() + ".name", one.name());
  }

  /** Texts by language, as JSON. */
  public String words() {
    return words;
  }

  /** The service worker, as JavaScript. */
  public String worker() {
    return worker;
  }

  private static Stream<String> found(String folder, String pattern) {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:static/" + folder + "/" + pattern))
          .map(Resource::getFilename)
          .map(name -> "/" + folder + "/" + Objects.requireNonNull(name))
          .sorted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PhoneShell.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
