package org.passerelle.steer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The items of the strategy as its source lists them, found again in the register. */
final class StrategyItems {
  /** Kinds in which the items of a list are kept. */
  static final Map<String, List<String>> KINDS = kinds();

  /** Items that the register keeps under another name than the list gives them. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("governance annual-cycle", "committee:steering-committee"),
          Map.entry("governance strategy-adoption", "plan:fr-see-strategy"));

  private final Facts facts;

  StrategyItems(Facts facts) {
    this.facts = facts;
  }

  private static Map<String, List<String>> kinds() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("countries", List.of("country"));
    kinds.put("other_countries", List.of("country"));
    kinds.put("places", List.of("place"));
    kinds.put("organisations", List.of("organisation"));
    kinds.put("people", List.of("person"));
    kinds.put("post_types", List.of("post-type"));
    kinds.put("posts", List.of("post"));
    kinds.put("legal_basis", List.of("agreement", "instrument"));
    kinds.put("agreements", List.of("agreement", "partnership"));
    kinds.put("plans", List.of("plan"));
    kinds.put("governance", List.of("committee", "plan"));
    kinds.put("projects", List.of("project"));
    kinds.put("pillars", List.of("pillar"));
    kinds.put("objectives", List.of("objective"));
    kinds.put("events", List.of("event"));
    kinds.put("diagnoses", List.of("diagnosis"));
    kinds.put("guides", List.of("guide"));
    kinds.put("publications", List.of("publication"));
    kinds.put("trainings", List.of("training"));
    kinds.put("newsletters", List.of("letter"));
    kinds.put("stats", List.of("figure"));
    kinds.put("claims", List.of("claim"));
    return kinds;
  }

  Optional<Entry> entry(String list, JsonNode item, Set<String> taken) {
    List<Entry> candidates =
        KINDS.getOrDefault(list, List.of()).stream()
            .flatMap(kind -> facts.all(kind).stream())
            .toList();
    String id = text(item, "id");
    String alias = ALIASES.get(list + " " + id);
    if (alias != null) {
      return facts.at(alias);
    }
    for (String key :
        List.of(
            text(item, "iso2"),
            id,
            text(item, "code").toLowerCase(Locale.ROOT).replace(' ', '-'))) {
      Optional<Entry> named =
          candidates.stream().filter(e -> !key.isEmpty() && e.id().equals(key)).findFirst();
      if (named.isPresent()) {
        return named;
      }
    }
    if (list.equals("newsletters")) {
      return candidates.stream().filter(e -> e.text("number").equals(text(item, "no"))).findFirst();
    }
    if (list.equals("objectives")) {
      return facts.find("objective", text(item, "project") + "-" + text(item, "no"));
    }
    return candidates.stream()
        .filter(e -> !taken.contains(e.reference()))
        .max(Comparator.comparingInt((Entry e) -> likeness(e, item)))
        .filter(e -> likeness(e, item) > 0);
  }

  /** How many of the item's lines and long words an entry shares. */
  private static int likeness(Entry entry, JsonNode item) {
    String lines =
        entry.rows("source").stream().map(r -> r.text("lines")).collect(Collectors.joining(","));
    Set<String> own = Set.of(lines.split(",", -1));
    int shared = 0;
    for (String line : text(item, "src").split(",", -1)) {
      shared += !line.isEmpty() && own.contains(line) ? 3 : 0;
    }
    String said =
        Stream.of(
                "name",
                "title",
                "text",
                "subject",
                "event",
                "place",
                "country",
                "year",
                "project",
                "audience")
            .map(field -> text(item, field))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    String content = entry.content().toString().toLowerCase(Locale.ROOT);
    for (String word : said.split("[^\\p{L}\\p{N}-]+", -1)) {
      shared += word.length() > 3 && content.contains(word) ? 1 : 0;
    }
    return shared;
  }

  /** What an item lists within itself is there too: countries, dates, counted parts. */
  void partsOf(JsonNode item, Entry entry, List<String> dropped) {
    String content = entry.content().toString();
    for (JsonNode country : node(item, "countries")) {
      String code = country.stringValue();
      if (code.length() == 2 && !content.contains(code)) {
        dropped.add(entry.reference() + " lacks " + code);
      }
    }
    for (String date : List.of("start", "end")) {
      String said = text(item, date);
      String kept = entry.text(date);
      boolean sameDay = date.equals("end") && said.equals(text(item, "start"));
      if (!said.isEmpty() && !said.equals(kept) && !(sameDay && kept.isEmpty())) {
        dropped.add(entry.reference() + " " + date + " " + said + " is " + kept);
      }
    }
    count(item, "axes", entry.rows("axes").size(), entry, dropped);
    count(item, "components", entry.rows("axes").size(), entry, dropped);
    count(item, "priorities", entry.wordings("priorities").size(), entry, dropped);
    count(item, "new_priorities", entry.wordings("priorities").size(), entry, dropped);
    count(item, "aims", entry.wordings("aims").size(), entry, dropped);
    count(item, "members", entry.texts("members").size(), entry, dropped);
    count(item, "contents", entry.wordings("programme").size(), entry, dropped);
    count(item, "trainers", entry.wordings("trainers").size(), entry, dropped);
    count(item, "measures", facts.referringTo(entry, "measure").size(), entry, dropped);
    for (JsonNode partner : node(item, "partners")) {
      if (!content.contains(partner.stringValue())) {
        dropped.add(entry.reference() + " lacks partner " + partner.stringValue());
      }
    }
    for (JsonNode organiser : node(item, "organisers")) {
      if (!entry.texts("organisers").contains(organiser.stringValue())) {
        dropped.add(entry.reference() + " lacks organiser " + organiser.stringValue());
      }
    }
  }

  private static void count(
      JsonNode item, String list, int kept, Entry entry, List<String> dropped) {
    int said = node(item, list).size();
    if (said > kept) {
      dropped.add(entry.reference() + " " + list + ": " + said + " said, " + kept + " kept");
    }
  }

  private static JsonNode node(JsonNode item, String field) {
    JsonNode node = item.get(field);
    return node != null && node.isArray() ? node : JsonMapper.builder().build().createArrayNode();
  }

  private static String text(JsonNode item, String field) {
    JsonNode node = item.get(field);
    return node == null || node.isNull()
        ? ""
        : node.isString() ? node.stringValue() : node.toString();
  }
}
