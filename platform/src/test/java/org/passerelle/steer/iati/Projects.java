package org.passerelle.steer.iati;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Projects for tests, with the organisations and countries that come with the product. */
final class Projects {
  private Projects() {}

  static Facts with(Entry... more) {
    List<Entry> entries = new ArrayList<>();
    for (String kind : List.of("country", "organisation", "publication")) {
      entries.addAll(Facts.shipped().all(kind));
    }
    entries.addAll(List.of(more));
    return new Facts(entries);
  }

  static Map<String, Object> words(String text) {
    return Map.of("en", text, "fr", text, "sr", text);
  }

  static Entry entry(String kind, String id, Object... fields) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      content.put(fields[i].toString(), fields[i + 1]);
    }
    return new Entry(Kinds.shipped().find(kind).orElseThrow(), id, 1, content);
  }

  /** A running project of 2019 with a title. */
  static Entry project(String id, Object... fields) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "title",
                words("Project " + id),
                "status",
                "running",
                "start",
                "2019-01-15",
                "countries",
                List.of("AL", "XK", "RS"),
                "sector",
                "15160",
                "partners",
                List.of(
                    Map.of("organisation", "meae", "role", "funder"),
                    Map.of("organisation", "caritas-al", "role", "implementer"))));
    Map<String, Object> content = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i += 2) {
      content.put(all.get(i).toString(), all.get(i + 1));
    }
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i + 1].equals("")) {
        content.remove(fields[i].toString());
      } else {
        content.put(fields[i].toString(), fields[i + 1]);
      }
    }
    return new Entry(Kinds.shipped().find("project").orElseThrow(), id, 1, content);
  }

  static String file(Facts facts, int year) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ActivityFile(facts, Publisher.USUAL, IatiStandard.CLOCK).write(year, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
