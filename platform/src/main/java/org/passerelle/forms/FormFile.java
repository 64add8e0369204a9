package org.passerelle.forms;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.storage.Sha256;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One file as read, before its fragments are resolved.
 *
 * @param include fragments whose sections come before its own
 * @param endsWith fragments whose sections come after them
 */
record FormFile(
    String file, YamlMap map, FormDefinition own, List<String> include, List<String> endsWith) {

  /** SHA-256 over the content of the files; comments, order of keys and line breaks are ignored. */
  static String digest(List<FormFile> files) {
    List<String> said = new ArrayList<>();
    for (FormFile file : files) {
      StringBuilder text = new StringBuilder();
      write(file.map().node(), text);
      said.add(text.toString());
    }
    return Sha256.of(String.join("\n", said));
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof ScalarNode scalar) {
      text.append(scalar.getValue().length()).append(':').append(scalar.getValue());
    } else if (node instanceof SequenceNode sequence) {
      text.append('[');
      sequence.getValue().forEach(item -> write(item, text));
      text.append(']');
    } else if (node instanceof MappingNode map) {
      text.append('{');
      map.getValue().stream()
          .map(
              entry -> {
                StringBuilder pair = new StringBuilder();
                write(entry.getKeyNode(), pair);
                write(entry.getValueNode(), pair.append('='));
                return pair.toString();
              })
          .sorted()
          .forEach(text::append);
      text.append('}');
    }
  }
}
