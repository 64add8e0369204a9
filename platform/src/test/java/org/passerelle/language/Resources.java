package org.passerelle.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Texts in the YAML files of the product, which the language files do not hold. */
final class Resources {
  private static final Path ROOT = Path.of("src/main/resources");

  private Resources() {}

  /**
   * The texts of a language by their place: all of a file {@code NAME.sr.yaml}, and elsewhere what
   * stands at the key {@code sr}.
   */
  static Map<String, String> texts(String language) throws IOException {
    Map<String, String> found = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> walked = Files.walk(ROOT)) {
      files = walked.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      String name = ROOT.relativize(file).toString();
      boolean whole = name.endsWith("." + language + ".yaml");
      for (Object document : new Yaml().loadAll(Files.readString(file))) {
        collect(document, name, language, whole, found);
      }
    }
    return found;
  }

  private static void collect(
      Object value, String at, String language, boolean within, Map<String, String> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) ->
              collect(one, at + " " + key, language, within || language.equals(key), found));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), at + " " + i, language, within, found);
      }
    } else if (within && value instanceof String text) {
      found.put(at, text);
    }
  }
}
