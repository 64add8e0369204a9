package org.passerelle.steer.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Events for tests, with the countries and places that come with the product. */
final class Events {
  private Events() {}

  static Facts with(Entry... more) {
    List<Entry> entries = new ArrayList<>();
    for (String kind : List.of("country", "place", "organisation", "pillar", "project")) {
      entries.addAll(Facts.shipped().all(kind));
    }
    entries.addAll(List.of(more));
    return new Facts(entries);
  }

  static Entry event(String id, int revision, String title, Object... fields) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("title", Map.of("en", title, "fr", title, "sr", title));
    content.put("type", "seminar");
    for (int i = 0; i < fields.length; i += 2) {
      content.put(fields[i].toString(), fields[i + 1]);
    }
    return new Entry(Kinds.shipped().find("event").orElseThrow(), id, revision, content);
  }
}
