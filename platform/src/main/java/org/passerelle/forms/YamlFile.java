package org.passerelle.forms;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A form definition as YAML nodes with line numbers. Only the node tree is built, no objects of
 * arbitrary classes; size, aliases and nesting are limited.
 */
final class YamlFile {
  private static final int LARGEST = 1_000_000;
  private static final int MOST_ALIASES = 0;
  private static final int DEEPEST = 20;

  private YamlFile() {}

  static Optional<YamlMap> read(String file, String content, List<FormProblem> problems) {
    if (content.length() > LARGEST) {
      problems.add(
          new FormProblem(
              file,
              0,
              "",
              "it has %d characters; at most %d are allowed.".formatted(content.length(), LARGEST),
              "it is not a form definition."));
      return Optional.empty();
    }
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LARGEST);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(content));
      if (root instanceof MappingNode map) {
        return Optional.of(YamlMap.of(file, "", map, problems));
      }
      problems.add(
          new FormProblem(
              file, 1, "", "it contains no mapping.", "it should begin with \"form: \"."));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(
          new FormProblem(
              file, line, "", "this is not YAML: " + e.getProblem(), "the indentation is off."));
    } catch (YAMLException e) {
      problems.add(
          new FormProblem(
              file,
              0,
              "",
              "this is not YAML within the limits: " + e.getMessage(),
              "it is nested too deeply or repeats a part by aliases too often."));
    }
    return Optional.empty();
  }
}
