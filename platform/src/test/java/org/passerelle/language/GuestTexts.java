package org.passerelle.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts of the additional languages, for tests of the pages that have them. */
public final class GuestTexts {
  private GuestTexts() {}

  /** A text in one of these languages. */
  public static String text(String tag, String key) throws IOException {
    return Objects.requireNonNull(read("guest/" + tag).get(key), key);
  }

  /** English sentences of a page that its language has a text for; one is a sentence forgotten. */
  public static List<String> english(String body, String tag, String... files) throws IOException {
    Set<String> theirs = read("guest/" + tag).keySet();
    return read(files).entrySet().stream()
        .filter(e -> theirs.contains(e.getKey()) && e.getValue().length() > 12)
        .filter(e -> !e.getValue().contains("{"))
        .map(Map.Entry::getValue)
        .filter(text -> Pattern.compile(Pattern.quote(text) + "(?!\\p{L})").matcher(body).find())
        .toList();
  }

  private static Map<String, String> read(String... files) throws IOException {
    Map<String, String> all = new HashMap<>();
    for (String file : files) {
      Path path = Path.of("src/main/resources/language", file + ".properties");
      try (InputStream in = Files.newInputStream(path)) {
        all.putAll(FileTexts.read(in));
      }
    }
    return all;
  }
}
