package org.passerelle.house.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Language;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryImport;
import org.passerelle.register.EntryImports;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Many entries at once, as a browser without JavaScript sends them. */
@OnBothDatabases
@Tag("postgresql")
class RowsPagesTest {
  private static final String NEW = "/steer/register/measure/new/rows";
  private static final Kind MEASURE = Kinds.shipped().find("measure").orElseThrow();

  @Parameter House house;
  private String tag;
  private Browser browser;

  @BeforeEach
  void manager() {
    tag = house.get(Identifiers.class).shortCode();
    browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
  }

  /** Other tests do not count what this one entered. */
  @AfterEach
  void takeBack() {
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    house.get(Register.class).retireAll(who, entered(), "of a test");
  }

  private List<Entry> entered() {
    return house.get(Register.class).facts().all("measure").stream()
        .filter(e -> e.name().byLanguage().getOrDefault("en", "").contains(tag))
        .toList();
  }

  private String rows(int count, Set<Integer> faulty) {
    StringBuilder rows =
        new StringBuilder("title.en\ttitle.fr\tsource.0.document\tsource.0.says\n");
    for (int i = 1; i <= count; i++) {
      boolean named = !faulty.contains(i);
      rows.append(named ? "Measure " + i + " " + tag : "")
          .append(named ? "\tMesure " + i : "\t")
          .append("\tminutes\tpoint ")
          .append(i)
          .append('\n');
    }
    return rows.toString();
  }

  private String send(String pasted) {
    browser.get(NEW);
    Browser.Answer sent = browser.post(NEW, "paste", pasted);
    assertThat(sent.location()).startsWith("/steer/register/measure/rows/");
    return sent.location();
  }

  @Test
  void aRowIsNamedInWhicheverLanguageItHas() {
    String rows = "title.fr\tsource.0.document\tsource.0.says\nMesure %s\tminutes\tpoint 1\n";
    String at = send(rows.formatted(tag));
    assertThat(browser.get(at).body()).contains("1 of 1 row", "Mesure " + tag).doesNotContain("⟦");
  }

  @Test
  void twentyRowsArePastedLookedAtEnteredAndUndoneAsOne() {
    assertThat(browser.get("/steer/register/measure").body()).contains(NEW);
    String at = send(rows(20, Set.of()));
    assertThat(browser.get(at).body())
        .contains("20 of 20 rows can be entered", "Enter all 20 entries", "Measure 1 " + tag)
        .doesNotContain("rows with faults");
    assertThat(entered()).as("nothing before the user’s word").isEmpty();

    assertThat(browser.post(at + "/enter", "good", "20").location()).isEqualTo(at);
    assertThat(entered()).hasSize(20);
    Entry first = entered().get(0);
    assertThat(first.content())
        .containsEntry("title", Map.of("en", "Measure 1 " + tag, "fr", "Mesure 1"))
        .containsEntry("source", List.of(Map.of("document", "minutes", "says", "point 1")));
    assertThat(browser.get(first.href() + "/revisions").body())
        .contains("Row 2 of a table of 20 rows", "Jelena M.");
    assertThat(browser.get(at).body())
        .contains("20 entries made of a table", first.href(), "Undo the whole table");

    assertThat(browser.post(at + "/undo", "_reason", "wrong table").location()).isEqualTo(at);
    assertThat(entered()).isEmpty();
    assertThat(browser.get(first.href() + "/revisions").body()).contains("wrong table");
    assertThat(browser.get(at).body()).contains("Undone").doesNotContain("Undo the whole table");

    String again = send(rows(20, Set.of()));
    browser.get(again);
    browser.post(again + "/enter", "good", "20");
    assertThat(entered()).as("what was undone can be entered again").hasSize(20);
  }

  @Test
  void ofFiveHundredRowsTheTenFaultyOnesAreNamedAndTheOthersEntered() {
    Set<Integer> faulty = Set.of(3, 50, 99, 100, 101, 250, 333, 400, 499, 500);
    byte[] file = rows(500, faulty).getBytes(StandardCharsets.UTF_8);
    browser.get(NEW);
    String at = browser.postFile(NEW, "file", "measures.csv", file, "paste", "").location();
    String checked = browser.get(at).body();
    assertThat(checked)
        .contains("490 of 500 rows can be entered", "10 rows with faults")
        .contains("Enter the 490 correct rows");
    for (int row : faulty) {
      assertThat(checked)
          .as("row %s", row)
          .containsPattern("<th scope=\"row\">" + (row + 1) + "</th><td>\\s*1: title.en");
    }
    assertThat(entered()).isEmpty();
    browser.post(at + "/enter", "good", "490");
    assertThat(entered()).hasSize(490);
    assertThat(browser.get(at).body()).contains("490 entries made of a table");

    // corrected and sent again, those that are there are recognised
    String corrected = send(rows(500, Set.of()));
    assertThat(browser.get(corrected).body())
        .contains("10 of 500 rows can be entered", "The same entry is in the register already.");
    browser.get(at);
    browser.post(at + "/undo");
    assertThat(entered()).isEmpty();
  }

  @Test
  void whatChangedInBetweenIsLookedAtAgain() {
    String at = send(rows(3, Set.of()));
    browser.get(at);
    Browser colleague = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    colleague.get(NEW);
    String other = colleague.post(NEW, "paste", rows(3, Set.of())).location();
    colleague.get(other);
    colleague.post(other + "/enter", "good", "3");
    assertThat(browser.post(at + "/enter", "good", "3").body())
        .contains("The register changed meanwhile");
    assertThat(entered()).hasSize(3);
  }

  @Test
  void whatWasChangedSinceIsNotUndone() {
    String at = send(rows(3, Set.of()));
    browser.get(at);
    browser.post(at + "/enter", "good", "3");
    Entry second = entered().get(1);
    SignedIn colleague = house.somebody(Role.PROGRAMME_MANAGER);
    house
        .get(Register.class)
        .save(colleague, MEASURE, second.id(), 1, second.content(), "looked at");
    browser.get(at);
    assertThat(browser.post(at + "/undo").body())
        .contains("was changed since. Nothing was undone.");
    assertThat(entered()).hasSize(3);
    assertThat(browser.get(at).body()).contains("Undo the whole table");
  }

  @Test
  void ofTwoWhoEnterATableAtOnceOneDoes() {
    String at = send(rows(20, Set.of()));
    EntryImports imports = house.get(EntryImports.class);
    EntryImport sent =
        imports.newest(MEASURE, 50).stream()
            .filter(one -> at.endsWith(one.id().toString()))
            .findFirst()
            .orElseThrow();
    ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    List.of(1, 2).parallelStream()
        .forEach(
            i -> {
              try {
                imports.enter(
                    house.somebody(Role.PROGRAMME_MANAGER),
                    sent,
                    MEASURE,
                    20,
                    line -> "row " + line,
                    new Language("en"));
              } catch (Refused e) {
                refused.add(e.key());
              }
            });
    assertThat(new ArrayList<>(refused)).containsExactly("register.rows.refused.done");
    assertThat(entered()).hasSize(20);
  }

  @Test
  void aTableThatIsNoneIsSaidAndWhatWasPastedStays() {
    browser.get(NEW);
    Browser.Answer refused = browser.post(NEW, "paste", "Colour\tSize\nred\t7\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Column 1: “Colour” is no heading", "red\t7");
    browser.get(NEW);
    assertThat(browser.post(NEW, "paste", " ").body()).contains("Paste rows, or choose a file.");
    browser.get("/language/fr?to=/");
    browser.get(NEW);
    assertThat(browser.post(NEW, "paste", "Couleur\nrouge\n").body())
        .contains("Colonne 1", "Couleur");
    browser.get("/language/sr-Cyrl?to=/");
    browser.get(NEW);
    assertThat(browser.post(NEW, "paste", "Боја\nцрвена\n").body()).contains("Колона 1", "Боја");
  }

  @Test
  void theEmptyTableNamesEachColumnAndIsTakenBackAsItIs() {
    String template = browser.get("/steer/register/measure/new/rows.csv").body();
    assertThat(template).contains("title.en", "source.0.document");
    browser.get(NEW);
    assertThat(browser.post(NEW, "paste", template).body())
        .as("all its headings are known")
        .contains("There is no row below the headings.");
  }

  @Test
  void onlyWhoeverMayChangeAKindEntersRowsOfIt() {
    String at = send(rows(2, Set.of()));
    Browser trainer = Member.of(house, Role.TRAINER).browser();
    assertThat(trainer.get(NEW).status()).isEqualTo(404);
    assertThat(trainer.get("/steer/register/measure/new/rows.csv").status()).isEqualTo(404);
    assertThat(trainer.get(at).status()).isEqualTo(404);
    assertThat(trainer.get("/partner/register/training/new/rows").status()).isEqualTo(200);
    assertThat(trainer.post(at + "/enter", "good", "2").status()).isEqualTo(404);
    assertThat(trainer.post(at + "/undo").status()).isEqualTo(404);
    String elsewhere = at.replace("/steer/register/measure/", "/partner/register/training/");
    assertThat(browser.get(elsewhere).status()).as("a table of another kind").isEqualTo(404);
    assertThat(entered()).isEmpty();
  }
}
