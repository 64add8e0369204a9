package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A configuration file in YAML:
 *
 * <pre>
 * id: rec_id                # the column that names the records
 * columns:                  # what a column tells, where its name does not say it
 *   nom_de_jeune_fille: surname
 *   notes: ignored
 * source: agency            # a person has at most one record for each value
 * matching: auto            # or one_to_one, many
 * grouping: average         # or components
 * threshold: 0.9
 * seed: 1
 * fixed:                    # what is not to be learnt: a number for each level
 *   sex: {m: [0.02, 0.98], u: [0.5, 0.5]}
 *   status: {weights: [-2, 3]}
 * </pre>
 *
 * @param id the column that names the records; null where the file does not say
 */
public record LinkConfig(@Nullable String id, LinkSettings settings) {
  private static final long LARGEST = 100_000;
  private static final Set<String> KEYS =
      Set.of("id", "columns", "source", "matching", "grouping", "threshold", "seed", "fixed");

  /**
   * Reads a configuration file.
   *
   * @throws BadRecords if something in it is not understood
   */
  public static LinkConfig read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new BadRecords("%s is not a configuration: it is too large.".formatted(file));
    }
    Object root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(5);
      root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    } catch (YAMLException | java.nio.charset.CharacterCodingException e) {
      throw new BadRecords(
          "%s is not YAML (%s)."
              .formatted(file, String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")));
    }
    if (!(root instanceof Map<?, ?> map)) {
      throw new BadRecords(
          "%s holds no settings. Maybe it should begin with a line such as columns:"
              .formatted(file));
    }
    Map<String, Object> values = new HashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), value));
    return of(values, file);
  }

  private static LinkConfig of(Map<String, Object> values, Path file) {
    Set<String> unknown = new HashSet<>(values.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new BadRecords(
          "%s: %s is not a setting. Maybe one of %s is meant."
              .formatted(
                  file,
                  unknown.stream().sorted().collect(Collectors.joining(", ")),
                  KEYS.stream().sorted().collect(Collectors.joining(", "))));
    }
    LinkSettings usual = LinkSettings.usual();
    Map<String, AttributeKind> kinds = columns(values.get("columns"), file);
    Set<String> leftOut =
        kinds.entrySet().stream()
            .filter(e -> e.getValue() == AttributeKind.IGNORED)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new LinkConfig(
        text(values, "id"),
        new LinkSettings(
            kinds,
            leftOut,
            text(values, "source"),
            choice(values, "matching", LinkSettings.Matching.values(), usual.matching(), file),
            choice(values, "grouping", LinkSettings.Grouping.values(), usual.grouping(), file),
            number(values, "threshold", file).map(Number::doubleValue).orElse(null),
            FixedSettings.of(values.get("fixed"), file),
            number(values, "seed", file).map(Number::longValue).orElse(usual.seed()),
            usual.threads()));
  }

  private static Map<String, AttributeKind> columns(@Nullable Object value, Path file) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new BadRecords(
          "%s: below columns a line for each column is expected, such as nom: surname."
              .formatted(file));
    }
    Map<String, AttributeKind> kinds = new HashMap<>();
    map.forEach(
        (column, kind) ->
            kinds.put(
                String.valueOf(column),
                AttributeKind.of(String.valueOf(kind))
                    .orElseThrow(
                        () ->
                            new BadRecords(
                                "%s: %s is not a kind of attribute. Maybe one of %s is meant."
                                    .formatted(
                                        file,
                                        kind,
                                        Arrays.stream(AttributeKind.values())
                                            .map(AttributeKind::id)
                                            .collect(Collectors.joining(", ")))))));
    return kinds;
  }

  private static @Nullable String text(Map<String, Object> values, String key) {
    Object value = values.get(key);
    return value == null ? null : String.valueOf(value);
  }

  private static Optional<Number> number(Map<String, Object> values, String key, Path file) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number);
    }
    throw new BadRecords("%s: %s should be a number, not %s.".formatted(file, key, value));
  }

  private static <E extends Enum<E>> E choice(
      Map<String, Object> values, String key, E[] all, E usual, Path file) {
    Object value = values.get(key);
    if (value == null) {
      return usual;
    }
    String wanted = String.valueOf(value).replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(all)
        .filter(e -> e.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRecords(
                    "%s: %s cannot be %s. Maybe one of %s is meant."
                        .formatted(
                            file, key, value, List.of(all).toString().toLowerCase(Locale.ROOT))));
  }
}
