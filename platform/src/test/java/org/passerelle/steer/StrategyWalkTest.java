package org.passerelle.steer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every list of {@code ../shared/strategy/strategy.json}: each item is in the register, its
 * page opens, its list names it, and none was dropped. Where the folder is missing the walk is left
 * out, and says so.
 */
@OnBothDatabases
class StrategyWalkTest {
  private static final Path SOURCE = Path.of("../../shared/strategy/strategy.json");

  /** Kinds in which the items of a list are kept. */
  private static final Map<String, List<String>> KINDS = kinds();

  /** Items that the register keeps under another name than the list gives them. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("governance annual-cycle", "committee:steering-committee"),
          Map.entry("governance strategy-adoption", "plan:fr-see-strategy"));

  /** What a list says about the data rather than in them, and where the platform answers it. */
  private static final Map<String, List<String>> ANSWERED_BY_PAGES =
      Map.of(
          "systems",
          List.of(
              "/partner/network",
              "/partner/agreements",
              "/partner/trainings",
              "/steer/calendar",
              "/steer/findings",
              "/steer/programme",
              "/steer/projects",
              "/steer/cycle",
              "/steer/iati",
              "/steer/letters"));

  @Parameter House house;
  private JsonNode strategy;
  private Facts facts;

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

  @BeforeEach
  void strategy() throws IOException {
    boolean there = Files.exists(SOURCE);
    if (!there) {
      System.out.println("Left out, as there is no " + SOURCE + ": the walk over the strategy.");
    }
    Assumptions.assumeTrue(there);
    strategy = JsonMapper.builder().build().readTree(Files.readString(SOURCE));
    facts = Strategy.in(house);
  }

  @Test
  void everyItemOfEveryListIsInTheRegister() {
    List<String> dropped = new ArrayList<>();
    int walked = 0;
    for (var list : KINDS.entrySet()) {
      Set<String> taken = new HashSet<>();
      for (JsonNode item : strategy.get(list.getKey())) {
        if (item.size() == 1 && item.has("note")) {
          continue; // a remark on the list, not an item
        }
        walked++;
        Optional<Entry> entry = entry(list.getKey(), item, taken);
        if (entry.isEmpty()) {
          dropped.add(list.getKey() + " " + item);
        } else {
          taken.add(entry.get().reference());
          partsOf(item, entry.get(), dropped);
        }
      }
    }
    assertThat(dropped).isEmpty();
    assertThat(walked).isEqualTo(210);
  }

  @Test
  void everyListOfTheSourceIsWalked() {
    Set<String> known =
        Stream.concat(
                KINDS.keySet().stream(),
                Stream.of(
                    "source",
                    "events_quirks",
                    "newsletter_spec",
                    "vocabularies",
                    "contradictions_to_detect",
                    "systems",
                    "rule"))
            .collect(Collectors.toSet());
    assertThat(known).containsAll(strategy.propertyNames());
  }

  @Test
  void everyEntryHasItsPageAndStandsInItsList() {
    Browser browser = Member.of(house, Role.STEERING_MEMBER).browser();
    Map<String, String> lists = new LinkedHashMap<>();
    for (Entry entry : Facts.shipped().everything()) {
      assertThat(browser.get(entry.href()).status()).as(entry.reference()).isEqualTo(200);
      String list = "/" + entry.kind().room() + "/register/" + entry.kind().id();
      String body =
          lists.computeIfAbsent(
              list,
              l -> {
                StringBuilder pages = new StringBuilder();
                for (int page = 1; page <= 4; page++) {
                  pages.append(browser.get(l + "?page=" + page).body());
                }
                return pages.toString();
              });
      assertThat(body).as(list).contains("href=\"" + entry.href() + "\"");
    }
  }

  @Test
  void everyVocabularyIsSpoken() throws IOException {
    String words = (allWords() + Files.readString(Path.of("src/main/resources/forms/lists.yaml")));
    String spoken =
        words
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replace("on the route", "on the route, crossing borders");
    // DESIGN.md calls the letter's “migrants crossing borders” migrants “on the route”
    List<String> silent = new ArrayList<>();
    for (var vocabulary : strategy.get("vocabularies").properties()) {
      for (JsonNode term : vocabulary.getValue()) {
        boolean said =
            Arrays.stream(term.stringValue().toLowerCase(Locale.ROOT).split(" / |, | \\(|/", -1))
                .anyMatch(part -> allSpoken(part, spoken));
        if (!said) {
          silent.add(vocabulary.getKey() + ": " + term.stringValue());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static boolean allSpoken(String part, String spoken) {
    return Arrays.stream(part.split("[^\\p{L}-]+", -1))
        .filter(word -> word.length() > 3)
        .allMatch(spoken::contains);
  }

  @Test
  void everySectionOfTheLetterIsABlock() {
    List<String> types =
        facts.all("letter-block").stream()
            .filter(b -> b.text("letter").equals("letter-12"))
            .map(b -> b.text("type"))
            .toList();
    assertThat(strategy.get("newsletter_spec").get("sections").size()).isEqualTo(13);
    assertThat(types)
        .contains(
            "editorial",
            "figures",
            "text",
            "cycle",
            "network",
            "measures",
            "issues",
            "programme",
            "diagnoses",
            "partnerships",
            "plan",
            "training",
            "calendar",
            "contact");
  }

  @Test
  void everySystemOfTheStrategyHasItsPage() {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    assertThat(ANSWERED_BY_PAGES.get("systems"))
        .allSatisfy(page -> assertThat(browser.get(page).status()).as(page).isEqualTo(200));
  }

  private Optional<Entry> entry(String list, JsonNode item, Set<String> taken) {
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
  private void partsOf(JsonNode item, Entry entry, List<String> dropped) {
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

  private String allWords() {
    StringBuilder words = new StringBuilder();
    for (Entry entry : facts.everything()) {
      words.append(entry.content()).append('\n');
    }
    Kinds.shipped().all().forEach(kind -> kind.fields().forEach(f -> words.append(f).append('\n')));
    return words.toString();
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
