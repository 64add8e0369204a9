package org.passerelle.network.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Wording;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The mapping of another table's columns, in YAML:
 *
 * <pre>
 * ties:                  # field: column
 *   source: numéro appelant
 *   target: numéro appelé
 *   weight: durée
 *   begins: jour
 * actors:
 *   id: numéro
 *   label: titulaire
 * fixed:                 # the same for every tie
 *   kind: telephone call
 *   directed: true
 * separator: ";"
 * encoding: windows-1252
 * </pre>
 *
 * With {@code header: false} the first row of the table of ties is data, and its columns are named
 * by their number, from 1.
 *
 * <p>Fields of ties: id, source, target, weight, kind, directed, begins, ends, provenance, grading,
 * evidence. Fields of actors: id, kind, label, victim. Other columns are kept as attributes.
 * Columns with these names need no mapping.
 *
 * @param ties columns of the table of ties by field
 * @param actors columns of the table of actors by field
 * @param fixed values for every tie
 * @param separator between cells; null to detect it
 * @param encoding encoding of both tables
 * @param bare whether the first row of the table of ties is data and names no columns
 */
public record Mapping(
    Map<Field, String> ties,
    Map<Field, String> actors,
    Map<Field, String> fixed,
    @Nullable Character separator,
    Charset encoding,
    boolean bare) {
  private static final int LARGEST = 100_000;
  private static final Set<String> KEYS =
      Set.of("ties", "actors", "fixed", "separator", "encoding", "header");

  /** Columns by name, separator detected from the first line, UTF-8. */
  public static Mapping usual() {
    return new Mapping(Map.of(), Map.of(), Map.of(), null, StandardCharsets.UTF_8, false);
  }

  /** Fields of ties that a mapping may use. */
  public static List<String> fields() {
    return Arrays.stream(Field.values()).filter(Field.OF_TIES::contains).map(Field::code).toList();
  }

  /** The fields recognised from column names without a mapping, or empty. */
  public static List<Optional<String>> recognised(List<String> columns) {
    return columns.stream()
        .map(column -> Field.byColumn(column, Field.OF_TIES).map(Field::code))
        .toList();
  }

  /** The same for files in another encoding. */
  public Mapping in(Charset other) {
    return new Mapping(ties, actors, fixed, separator, other, bare);
  }

  /**
   * Parses a mapping.
   *
   * @throws BadNetwork if something in it is invalid
   */
  public static Mapping read(Source file) throws IOException {
    byte[] content;
    try (InputStream in = file.open()) {
      content = in.readNBytes(LARGEST + 1);
    }
    if (content.length > LARGEST) {
      throw new BadNetwork(Wording.MAPPING_TOO_LARGE, file.name());
    }
    Object root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(5);
      options.setAllowDuplicateKeys(false);
      root = new Yaml(new SafeConstructor(options)).load(utf8(content));
    } catch (YAMLException | CharacterCodingException e) {
      throw new BadNetwork(
          Wording.NO_YAML,
          file.name(),
          String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "));
    }
    return of(map(root, () -> new BadNetwork(Wording.NO_LINES, file.name())), file);
  }

  /** The same from a file on disk. */
  public static Mapping read(Path file) throws IOException {
    return read(Source.of(file));
  }

  private static String utf8(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }

  private static Mapping of(Map<String, Object> root, Source file) {
    Set<String> unknown = new TreeSet<>(root.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new BadNetwork(
          Wording.NO_PART_OF_MAPPING,
          file.name(),
          String.join(", ", unknown),
          String.join(", ", new TreeSet<>(KEYS)));
    }
    String separator = String.valueOf(root.getOrDefault("separator", ""));
    if (separator.length() > 1) {
      throw new BadNetwork(Wording.NO_SEPARATOR, file.name(), separator);
    }
    return new Mapping(
        fields(root.get("ties"), Field.OF_TIES, file, "ties"),
        fields(root.get("actors"), Field.OF_ACTORS, file, "actors"),
        fields(root.get("fixed"), Field.OF_TIES, file, "fixed"),
        separator.isEmpty() ? null : separator.charAt(0),
        encoding(String.valueOf(root.getOrDefault("encoding", "UTF-8"))),
        !Columns.yes(String.valueOf(root.getOrDefault("header", "")), true));
  }

  /**
   * The encoding with a name.
   *
   * @throws BadNetwork if there is none
   */
  public static Charset encoding(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new BadNetwork(Wording.NO_ENCODING, name);
    }
  }

  private static Map<Field, String> fields(
      @Nullable Object part, Set<Field> allowed, Source file, String where) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    if (part == null) {
      return fields;
    }
    map(part, () -> new BadNetwork(Wording.NO_LINES_IN_PART, file.name(), where))
        .forEach(
            (code, column) -> {
              Field field =
                  Field.byCode(code)
                      .filter(allowed::contains)
                      .orElseThrow(
                          () ->
                              new BadNetwork(
                                  Wording.NO_FIELD, file.name(), where, code, codes(allowed)));
              fields.put(field, String.valueOf(column));
            });
    return fields;
  }

  private static String codes(Set<Field> fields) {
    return Arrays.stream(Field.values())
        .filter(fields::contains)
        .map(Field::code)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> map(@Nullable Object value, Supplier<BadNetwork> otherwise) {
    if (!(value instanceof Map<?, ?> map)) {
      throw otherwise.get();
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, entry) -> copy.put(String.valueOf(key), entry == null ? "" : entry));
    return copy;
  }
}
