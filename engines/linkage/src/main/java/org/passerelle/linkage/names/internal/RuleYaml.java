package org.passerelle.linkage.names.internal;

import java.io.IOException;
import java.io.InputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a file of rules as it was written; apart, so that who needs no YAML loads none. */
final class RuleYaml {
  private RuleYaml() {}

  static Object read(String name) throws IOException {
    try (InputStream in = RuleFile.open(name)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
  }
}
