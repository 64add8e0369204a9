package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever speaks to the machine says what they see: the name of a button or link that tells more
 * than it shows begins with the words it shows (WCAG 2.5.3), in every language. {@code form.named}
 * puts them first by itself.
 */
class NamesOfButtonsTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "<(?:a|button)[^<>]*aria-label=\"\\$\\{page\\.text\\(\"([a-z0-9.-]+)\"[^<]*?\\)\\}\"[^<>]*>"
              + "\\$\\{page\\.text\\(\"([a-z0-9.-]+)\"\\)\\}");

  @Test
  void theNameBeginsWithTheVisibleWords() throws IOException {
    List<String> other = new ArrayList<>();
    int looked = 0;
    for (String language : List.of("en", "fr", "sr")) {
      Map<String, String> texts = texts(language);
      for (Path template : templates()) {
        Matcher named = NAMED.matcher(Files.readString(template));
        while (named.find()) {
          looked++;
          String name = lower(texts.getOrDefault(named.group(1), ""));
          String shown = lower(texts.getOrDefault(named.group(2), ""));
          if (!named.group(1).equals("form.named") && !name.startsWith(shown)) {
            other.add(template + ": “" + name + "” shows “" + shown + "”");
          }
        }
      }
    }
    assertThat(looked).as("buttons with a name of their own").isGreaterThan(30);
    assertThat(other).isEmpty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  private static Map<String, String> texts(String language) throws IOException {
    Map<String, String> all = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/language", language))) {
      for (Path file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          all.putAll(FileTexts.read(in));
        }
      }
    }
    return all;
  }
}
