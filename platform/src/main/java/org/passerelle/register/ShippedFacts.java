package org.passerelle.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.ResourceYaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the entries that come with the product from {@code register/facts/KIND.yaml}. */
final class ShippedFacts {
  private ShippedFacts() {}

  static List<Entry> of(Kinds kinds, Predicate<Kind> wanted) {
    List<Entry> entries = new ArrayList<>();
    for (Kind kind : kinds.all()) {
      if (wanted.test(kind)) {
        for (Map<String, Object> entry : file(kind.id())) {
          Map<String, Object> content = new LinkedHashMap<>(entry);
          Object id = content.remove("id");
          entries.add(new Entry(kind, String.valueOf(id), 1, content));
        }
      }
    }
    return entries;
  }

  private static List<Map<String, Object>> file(String kind) {
    String name = "/register/facts/" + kind + ".yaml";
    try (InputStream in = ShippedFacts.class.getResourceAsStream(name)) {
      return in == null
          ? List.of()
          : maps(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, Object>> maps(@Nullable Object node) {
    return ResourceYaml.maps(node);
  }
}
