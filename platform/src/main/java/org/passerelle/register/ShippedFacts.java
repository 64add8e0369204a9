package org.passerelle.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.passerelle.language.ResourceYaml;

/** Reads the packaged entries from {@code register/facts/KIND.yaml}. */
final class ShippedFacts {
  private ShippedFacts() {}

  static List<Entry> of(Kinds kinds, Predicate<Kind> wanted) {
    List<Entry> entries = new ArrayList<>();
    for (Kind kind : kinds.all()) {
      if (wanted.test(kind)) {
        for (Map<String, Object> entry :
            ResourceYaml.entries("register/facts/" + kind.id() + ".yaml")) {
          Map<String, Object> content = new LinkedHashMap<>(entry);
          Object id = content.remove("id");
          entries.add(new Entry(kind, String.valueOf(id), 1, content));
        }
      }
    }
    return entries;
  }
}
