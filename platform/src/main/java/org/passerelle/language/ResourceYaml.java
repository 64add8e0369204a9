package org.passerelle.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads packaged YAML files; a missing key reads as empty. */
public final class ResourceYaml {
  private ResourceYaml() {}

  /** A file that contains a mapping, by its path below {@code resources}. */
  public static Map<String, Object> read(String name) {
    return map(Objects.requireNonNull(content(name), name));
  }

  /** A file that contains a list of mappings; empty if there is no such file. */
  public static List<Map<String, Object>> entries(String name) {
    return maps(content(name));
  }

  private static @Nullable Object content(String name) {
    try (InputStream in = ResourceYaml.class.getResourceAsStream("/" + name)) {
      return in == null ? null : new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping, without null entries. */
  public static Map<String, Object> map(@Nullable Object node) {
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

  /** A list of mappings. */
  public static List<Map<String, Object>> maps(@Nullable Object node) {
    return node instanceof List<?> list ? list.stream().map(ResourceYaml::map).toList() : List.of();
  }

  /** A list of texts. */
  public static List<String> texts(@Nullable Object node) {
    return node instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** A text, or empty. */
  public static String text(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  /** A text in several languages. */
  public static Wording wording(@Nullable Object node) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node).forEach((language, text) -> texts.put(language, text.toString()));
    return new Wording(texts);
  }

  /** An exact day, or null: a year or a month is not enough to compute with. */
  public static @Nullable LocalDate day(Map<String, Object> map, String key) {
    String text = text(map, key);
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
  }
}
