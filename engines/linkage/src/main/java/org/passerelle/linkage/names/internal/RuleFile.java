package org.passerelle.linkage.names.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map of a YAML file of rules. Every text is in NFC; what is missing is said with its place.
 *
 * @param place where the map stands, for messages
 * @param values what stands in it
 */
public record RuleFile(String place, Map<?, ?> values) {
  static final String FOLDER = "/org/passerelle/linkage/";

  /** The file of this name below {@code org/passerelle/linkage}. */
  public static RuleFile read(String name) {
    try {
      Optional<Object> compiled = CompiledRules.read(name);
      Object root = compiled.isPresent() ? compiled.get() : RuleYaml.read(name);
      return new RuleFile(name, map(name, root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table, without comments and the line of column names; cells by tabulators. */
  public static List<List<String>> rows(String name) {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      boolean names = true;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        if (names) {
          names = false;
        } else {
          rows.add(Arrays.asList(Letters.nfc(line).split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  static InputStream open(String name) {
    InputStream in = RuleFile.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException(
          "%s is not there. Maybe the module was packaged without resources.".formatted(name));
    }
    return in;
  }

  /** There is an entry of this name. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The map of this name; empty where there is none. */
  public RuleFile part(String key) {
    Object value = values.get(key);
    return new RuleFile(place + ": " + key, value == null ? Map.of() : map(place, value));
  }

  /** The list of maps of this name. */
  public List<RuleFile> parts(String key) {
    List<RuleFile> all = new ArrayList<>();
    for (Object one : list(key)) {
      all.add(new RuleFile(place + ": " + key, map(place, one)));
    }
    return all;
  }

  /** The text of this name. */
  public String text(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("%s has no %s. Maybe it is mistyped.".formatted(place, key));
    }
    return Letters.nfc(value.toString());
  }

  /** The number of this name. */
  public double number(String key) {
    if (values.get(key) instanceof Number n) {
      return n.doubleValue();
    }
    throw new IllegalStateException(
        "%s: %s is %s. Maybe a number is meant.".formatted(place, key, values.get(key)));
  }

  /** The texts of a list; empty where there is none. */
  public List<String> texts(String key) {
    return texts(list(key));
  }

  /**
   * The entries of this map as texts, in the file's order; a list becomes its texts joined by /.
   */
  public Map<String, String> pairs() {
    Map<String, String> all = new LinkedHashMap<>();
    values.forEach(
        (k, v) -> all.put(Letters.nfc(k.toString()), v == null ? "" : Letters.nfc(v.toString())));
    return all;
  }

  /** The entries of this map as lists of texts, in the file's order. */
  public Map<String, List<String>> lists() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    values.forEach(
        (k, v) ->
            all.put(
                Letters.nfc(k.toString()),
                v instanceof List<?> list ? texts(list) : List.of(Letters.nfc(String.valueOf(v)))));
    return all;
  }

  /** Lists of texts in a list. */
  public List<List<String>> textLists(String key) {
    List<List<String>> all = new ArrayList<>();
    for (Object one : list(key)) {
      all.add(one instanceof List<?> inner ? texts(inner) : List.of(String.valueOf(one)));
    }
    return all;
  }

  private List<?> list(String key) {
    Object value = values.get(key);
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(x -> Letters.nfc(String.valueOf(x))).toList();
  }

  private static Map<?, ?> map(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("%s holds %s. Maybe a map is meant.".formatted(place, value));
  }
}
