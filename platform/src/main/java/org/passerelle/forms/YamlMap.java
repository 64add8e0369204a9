package org.passerelle.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML file, read key by key; problems are recorded with their line. */
final class YamlMap {

  private final String file;
  private final String where;
  private final MappingNode node;
  private final List<FormProblem> problems;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private YamlMap(String file, String where, MappingNode node, List<FormProblem> problems) {
    this.file = file;
    this.where = where;
    this.node = node;
    this.problems = problems;
  }

  static YamlMap of(String file, String where, MappingNode node, List<FormProblem> problems) {
    YamlMap map = new YamlMap(file, where, node, problems);
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        map.problem(entry.getKeyNode(), "a key is not a word.", "a colon is misplaced.");
      } else if (map.entries.put(key.getValue(), entry.getValueNode()) != null) {
        map.problem(
            key,
            "\"%s\" appears twice.".formatted(key.getValue()),
            "one of the two belongs elsewhere.");
      }
    }
    return map;
  }

  /** The same mapping, with problems reported under a name. */
  YamlMap named(String name) {
    YamlMap map = new YamlMap(file, name, node, problems);
    map.entries.putAll(entries);
    map.asked.addAll(asked);
    return map;
  }

  String file() {
    return file;
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  MappingNode node() {
    return node;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  int line(String key) {
    Node value = entries.get(key);
    return value == null ? line() : value.getStartMark().getLine() + 1;
  }

  void problem(String key, String what, String maybe) {
    problems.add(new FormProblem(file, line(key), where, what, maybe));
  }

  private void problem(Node at, String what, String maybe) {
    problems.add(new FormProblem(file, at.getStartMark().getLine() + 1, where, what, maybe));
  }

  /** A text, or empty. */
  Optional<String> text(String key) {
    Node value = value(key);
    return value == null ? Optional.empty() : scalar(value, key);
  }

  /** A required text; its absence is recorded as a problem. */
  String needed(String key) {
    if (!has(key)) {
      asked.add(key);
      problem(key, "\"%s\" is missing.".formatted(key), "add a line \"%s: …\".".formatted(key));
    }
    return text(key).orElse("");
  }

  private Optional<String> scalar(Node value, String key) {
    if (!(value instanceof ScalarNode scalar)) {
      problem(value, "\"%s\" is not a text.".formatted(key), "it is one level too deep.");
      return Optional.empty();
    }
    if (scalar.getTag().equals(Tag.BOOL) && !scalar.getValue().matches("true|false")) {
      problem(
          value,
          "\"%s\" is read as true or false.".formatted(scalar.getValue()),
          "quote it: \"%s\".".formatted(scalar.getValue()));
    }
    return Optional.of(scalar.getValue());
  }

  /** A text in all languages, or null. */
  @Nullable Wording wording(String key) {
    return map(key).map(texts -> texts.languages(key)).orElse(null);
  }

  /** A required text in all languages. */
  Wording neededWording(String key) {
    if (!has(key)) {
      asked.add(key);
      problem(key, "\"%s\" is missing.".formatted(key), "add it in en, fr and sr.");
    }
    Wording wording = wording(key);
    return wording == null ? new Wording(Map.of()) : wording;
  }

  /** A text in all languages, or one name that is the same in each. */
  Wording namedOrWording(String key) {
    if (entries.get(key) instanceof ScalarNode) {
      String name = needed(key);
      return new Wording(
          Wording.LANGUAGES.stream()
              .collect(Collectors.toMap(language -> language, language -> name)));
    }
    return neededWording(key);
  }

  private Wording languages(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : entries.keySet()) {
      if (!language.matches("[a-z]{2,3}")) {
        problem(language, "\"%s\" is not a language.".formatted(language), "it is en, fr or sr.");
      }
      text(language).filter(text -> !text.isBlank()).ifPresent(text -> texts.put(language, text));
    }
    for (String language : Wording.LANGUAGES) {
      if (!texts.containsKey(language)) {
        problem(
            language,
            "\"%s\" has no text in %s.".formatted(key, language),
            "add \"%s: …\"; a form is shown in every language of the application."
                .formatted(language));
      }
    }
    return new Wording(texts);
  }

  /** A mapping, or empty. */
  Optional<YamlMap> map(String key) {
    Node value = value(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof MappingNode map) {
      return Optional.of(of(file, where, map, problems));
    }
    problem(value, "\"%s\" contains no keys.".formatted(key), "it is written {en: …, fr: …}.");
    return Optional.empty();
  }

  /** The mappings of a sequence; empty if there is none. */
  List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode map) {
        maps.add(of(file, where, map, problems));
      } else {
        problem(item, "an entry of \"%s\" contains no keys.".formatted(key), "a colon is missing.");
      }
    }
    return maps;
  }

  /** The texts of a sequence; empty if there is none. */
  List<String> texts(String key) {
    return items(key).stream().flatMap(item -> scalar(item, key).stream()).toList();
  }

  /** Keys of this mapping, all marked as read. */
  Set<String> keys() {
    asked.addAll(entries.keySet());
    return entries.keySet();
  }

  private List<Node> items(String key) {
    Node value = value(key);
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (value != null) {
      problem(value, "\"%s\" is not a list.".formatted(key), "its entries begin with \"- \".");
    }
    return List.of();
  }

  /** Records every key that was not read as unknown. */
  void nothingElse() {
    for (String key : entries.keySet()) {
      if (!asked.contains(key)) {
        problem(
            key,
            "\"%s\" is not known here.".formatted(key),
            "it is one of %s.".formatted(String.join(", ", asked)));
      }
    }
  }

  private @Nullable Node value(String key) {
    asked.add(key);
    Node value = entries.get(key);
    return value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL) ? null : value;
  }
}
