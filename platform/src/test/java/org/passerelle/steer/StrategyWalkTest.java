package org.passerelle.steer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    for (var list : StrategyItems.KINDS.entrySet()) {
      Set<String> taken = new HashSet<>();
      for (JsonNode item : strategy.get(list.getKey())) {
        if (item.size() == 1 && item.has("note")) {
          continue; // a remark on the list, not an item
        }
        walked++;
        Optional<Entry> entry = new StrategyItems(facts).entry(list.getKey(), item, taken);
        if (entry.isEmpty()) {
          dropped.add(list.getKey() + " " + item);
        } else {
          taken.add(entry.get().reference());
          new StrategyItems(facts).partsOf(item, entry.get(), dropped);
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
                StrategyItems.KINDS.keySet().stream(),
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

  private String allWords() {
    StringBuilder words = new StringBuilder();
    for (Entry entry : facts.everything()) {
      words.append(entry.content()).append('\n');
    }
    Kinds.shipped().all().forEach(kind -> kind.fields().forEach(f -> words.append(f).append('\n')));
    return words.toString();
  }
}
