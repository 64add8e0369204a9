package org.passerelle.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A part of a definition as in its file: keys in their order, each with a text, a list or another
 * part. It can hold unfinished or wrong content as well as valid content, so that a draft has the
 * same model as its file. Immutable; safe for concurrent use.
 *
 * <p>{@link #write} and {@link #read} are inverses: what is written has the same content and the
 * same digest.
 */
public record Piece(Map<String, Object> entries) {
  /** An empty part. */
  public static final Piece EMPTY = new Piece(Map.of());

  public Piece {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Parses a file.
   *
   * @throws FormsInvalid if it is not YAML, or exceeds the limits
   */
  public static Piece read(String text) {
    List<FormProblem> problems = new ArrayList<>();
    return YamlFile.read("draft", text, problems)
        .filter(map -> problems.isEmpty())
        .map(map -> of(map.node()))
        .orElseThrow(() -> new FormsInvalid(problems));
  }

  static Piece of(MappingNode node) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (!entry.getValueNode().getTag().equals(Tag.NULL)) {
        entries.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
      }
    }
    return new Piece(entries);
  }

  private static Object value(Node node) {
    if (node instanceof MappingNode map) {
      return of(map);
    }
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(Piece::value).toList()
        : ((ScalarNode) node).getValue();
  }

  /** The part as text of a file. */
  public String write() {
    return new FormWriter().write(this);
  }

  /** Whether the key has a value. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** A text; empty if the key has no value. */
  public String text(String key) {
    return entries.get(key) instanceof String text ? text : "";
  }

  /** A part; empty if the key has no value. */
  public Piece piece(String key) {
    return entries.get(key) instanceof Piece piece ? piece : EMPTY;
  }

  /** The parts of a list. */
  public List<Piece> pieces(String key) {
    return list(key).stream().filter(Piece.class::isInstance).map(Piece.class::cast).toList();
  }

  /** The texts of a list. */
  public List<String> texts(String key) {
    return list(key).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private List<?> list(String key) {
    return entries.get(key) instanceof List<?> list ? list : List.of();
  }

  /** A copy with another text, part or list under a key; an empty text or part removes the key. */
  public Piece with(String key, Object value) {
    if (value.equals("") || value.equals(EMPTY)) {
      return without(key);
    }
    Map<String, Object> more = new LinkedHashMap<>(entries);
    more.put(key, value);
    return new Piece(more);
  }

  /** A copy without a key. */
  public Piece without(String key) {
    Map<String, Object> less = new LinkedHashMap<>(entries);
    less.remove(key);
    return new Piece(less);
  }

  /** A copy in which each part of a list is changed. */
  public Piece each(String key, UnaryOperator<Piece> change) {
    return with(key, pieces(key).stream().map(change).toList());
  }
}
