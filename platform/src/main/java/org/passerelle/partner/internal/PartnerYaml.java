package org.passerelle.partner.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files of {@code resources/partner}; they come with the program. */
final class PartnerYaml {
  private PartnerYaml() {}

  static Map<String, Object> read(String name) {
    try (InputStream in =
        Objects.requireNonNull(PartnerYaml.class.getResourceAsStream("/partner/" + name), name)) {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> map(@Nullable Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, value) -> {
            if (value != null) {
              map.put(String.valueOf(key), value);
            }
          });
    }
    return map;
  }

  static List<Map<String, Object>> maps(@Nullable Object node) {
    return node instanceof List<?> list ? list.stream().map(PartnerYaml::map).toList() : List.of();
  }

  static List<String> texts(@Nullable Object node) {
    return node instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  static String text(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  static Wording wording(@Nullable Object node) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node).forEach((language, text) -> texts.put(language, text.toString()));
    return new Wording(texts);
  }

  /** A whole day, or nothing: a year or a month is not enough to compute with. */
  static @Nullable LocalDate day(Map<String, Object> map, String key) {
    String text = text(map, key);
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
  }
}
