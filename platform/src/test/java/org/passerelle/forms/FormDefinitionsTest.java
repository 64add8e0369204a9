package org.passerelle.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;

public class FormDefinitionsTest {
  private static final Language ENGLISH = new Language("en");

  @Test
  void aSourceIsNamedAsEachLanguageNamesIt() throws Exception {
    FormDefinition.Source source =
        FormDefinitions.read(FormResources.shipped())
            .current("unodc-general")
            .orElseThrow()
            .source();
    assertTrue(source.title().in(new Language("fr")).startsWith("ONUDC"));
    assertTrue(source.title().in(new Language("sr-Cyrl")).startsWith("УНОДК"));
    assertTrue(source.title().in(new Language("sr-Latn")).startsWith("UNODK"));
  }

  @Test
  void everyFormOfTheHouseIsSound() throws Exception {
    FormDefinitions forms = FormDefinitions.read(FormResources.shipped());
    assertEquals("screening-short", forms.current(FormDefinition.Kind.SCREENING).get(0).form());
    assertTrue(forms.current("htcds-intake").orElseThrow().questions().size() > 75);
    long indicators =
        forms.current(FormDefinition.Kind.SCREENING).stream()
            .flatMap(form -> form.questions().stream())
            .filter(question -> question.codes() != null)
            .flatMap(question -> question.codes().codes().stream())
            .filter(code -> code.code().matches("(ILO|UN|OWN|FR)-.*"))
            .count();
    assertEquals(391, indicators);
  }

  /** Sets of others' fields name them, in each language, and claim no more than was checked. */
  @Test
  void intakesAfterPublicFieldListsNameThemAndAreUnverified() throws Exception {
    FormDefinitions forms = FormDefinitions.read(FormResources.shipped());
    Map<String, String> sources =
        Map.of("child-protection-intake", "CPIMS+", "gbv-intake", "GBVIMS+");
    for (Map.Entry<String, String> one : sources.entrySet()) {
      FormDefinition form = forms.current(one.getKey()).orElseThrow();
      assertEquals(FormDefinition.Kind.INTAKE, form.kind());
      assertEquals(
          FormDefinition.Verification.State.UNVERIFIED, form.verification().state(), form.form());
      for (String language : List.of("en", "fr", "sr-Cyrl")) {
        assertTrue(form.source().title().in(new Language(language)).contains(one.getValue()));
      }
      int questions = form.questions().size();
      assertTrue(questions >= 25 && questions <= 45, form.form() + ": " + questions);
      // what must be answered can be answered with "not known", and no text is demanded
      assertTrue(form.questions().stream().noneMatch(q -> q.required() && q.type().isWriting()));
    }
    assertEquals(
        6,
        forms.current("gbv-intake").orElseThrow().question("type").orElseThrow().options().stream()
            .filter(code -> !code.code().equals("none"))
            .count());
  }

  @Test
  void everyScreeningBeginsWithTheCommonPages() throws Exception {
    for (FormDefinition form :
        FormDefinitions.read(FormResources.shipped()).current(FormDefinition.Kind.SCREENING)) {
      List<String> pages = form.sections().stream().map(Section::id).toList();
      assertEquals(
          List.of("age", "danger", "alone", "company", "languages", "act", "means", "purpose"),
          pages.subList(0, 8),
          form.form());
      assertEquals(
          List.of("urgency", "place", "how_old", "words"),
          pages.subList(pages.size() - 4, pages.size()),
          form.form());
    }
  }

  @Test
  void listsAreSortedAsTheLanguageSorts() throws Exception {
    CodeLists lists = FormDefinitions.read(FormResources.shipped()).lists();
    List<String> french =
        lists.sorted("countries", new Language("fr")).stream()
            .map(code -> code.label().in(new Language("fr")))
            .toList();
    assertTrue(french.indexOf("Égypte") < french.indexOf("Espagne"));
    List<String> serbian =
        lists.sorted("countries", new Language("sr-Latn")).stream().map(Code::code).toList();
    assertTrue(serbian.indexOf("CZ") < serbian.indexOf("DK"), "Č stands before D");
    assertTrue(serbian.indexOf("HR") < serbian.indexOf("DE"), "Hrvatska stands before Nemačka");
    assertEquals("Serbia", lists.label("countries", "RS", ENGLISH));
    assertEquals("⟦QQ⟧", lists.label("countries", "QQ", ENGLISH));
  }

  @Test
  void aLoopInShowIfIsNamedAsACircle() {
    String yaml =
        form(
            """
                - {id: a, type: number, label: L, show-if: "b > 1"}
                - {id: b, type: number, label: L, show-if: "answered(c)"}
                - {id: c, type: number, label: L, show-if: "a = 1"}
            """);
    FormProblem problem = only(yaml);
    assertEquals("show-if is circular: a → b → c → a.", problem.what());
    assertEquals("t.yaml", problem.file());
    assertTrue(problem.line() > 10, problem.toString());
  }

  @Test
  void aSectionThatWaitsForItsOwnQuestionIsACircle() {
    String yaml =
        form("    - {id: a, type: number, label: L}\n")
            .replace("  questions:", "  show-if: \"a = 1\"\n  questions:");
    assertEquals("show-if is circular: a → a.", only(yaml).what());
  }

  @Test
  void eachMistakeIsNamedWithItsLineAndWhatToDo() {
    assertSays("the type \"numbre\" is unknown", "- {id: a, type: numbre, label: L}");
    assertSays(
        "the question \"a\" appears twice",
        "- {id: a, type: date, label: L}",
        "- {id: a, type: date, label: L}");
    assertSays("\"label\" has no text in sr", "- {id: a, type: date, label: {en: a, fr: a}}");
    assertSays("there is no list \"lands\"", "- {id: a, type: choice, list: lands, label: L}");
    assertSays(
        "refers to the question \"zz\", which", "- {id: a, type: date, show-if: zz = 1, label: L}");
    assertSays("cannot be counted", "- {id: a, type: text, reporting: a, label: L}");
    assertSays(
        "is never counted", "- {id: a, type: date, category: identity, reporting: a, label: L}");
    assertSays("\"colour\" is not known here", "- {id: a, type: date, colour: red, label: L}");
    assertSays(
        "is read as true or false",
        "- {id: a, type: choice, codes: [{code: yes, label: L}], label: L}");
    assertSays(
        "the code \"x\" appears twice",
        "- {id: a, type: choice, codes: [{code: x, label: L}, {code: x, label: L}], label: L}");
    assertSays("has no codes to choose from", "- {id: a, type: choice, label: L}");
    assertSays("only a number has", "- {id: a, type: date, max: 3, label: L}");
    assertSays("is above \"max\"", "- {id: a, type: number, min: 4, max: 3, label: L}");
    assertSays("at character 3", "- {id: a, type: date, show-if: \"a ? 1\", label: L}");
    assertSays(
        "has no code 'z'",
        "- {id: a, type: yes-no-unknown, label: L}",
        "- {id: b, type: date, show-if: \"a = 'z'\", label: L}");
    assertSays(
        "compares the multi-choice",
        "- {id: a, type: multi-choice, codes: [{code: x, label: L}], label: L}",
        "- {id: b, type: date, show-if: \"a = 'x'\", label: L}");
    assertSays(
        "is not a multi-choice",
        "- {id: a, type: number, label: L}",
        "- {id: b, type: date, show-if: \"a contains 'x'\", label: L}");
    assertSays(
        "is neither true nor false",
        "- {id: a, type: number, label: L}",
        "- {id: b, type: date, show-if: a, label: L}");
    assertSays(
        "has a strength, but nothing here is scored",
        "- {id: a, type: choice, codes: [{code: x, strength: weak, label: L}], label: L}");
  }

  @Test
  void whatIsRequiredMayBeHidden() {
    FormDefinitions forms =
        read(
            form(
                """
                    - {id: a, type: number, label: L}
                    - {id: b, type: date, label: L, required: true, show-if: "a > 1"}
                """));
    assertTrue(forms.current("t").orElseThrow().question("b").orElseThrow().required());
  }

  @Test
  void wordingFromMemoryDoesNotStandUnderAnothersName() {
    String yaml =
        form("    - {id: a, type: date, label: L}\n").replace("state: own", "state: from-memory");
    read(yaml.replace("title: Somebody", "title: Passerelle working list"));
    assertTrue(only(yaml).what().startsWith("its wording is from memory"));
  }

  @Test
  void allVersionsAreKeptAndTheNewestIsCurrent() {
    String first = form("    - {id: a, type: date, label: L}\n");
    FormDefinitions forms =
        FormDefinitions.read(
            Map.of("t.yaml", first.replace("version: 1", "version: 2"), "t.v1.yaml", first));
    assertEquals(2, forms.current("t").orElseThrow().version());
    assertEquals(1, forms.version("t", 1).orElseThrow().version());
    assertEquals(2, forms.versions("t").size());
    FormsInvalid twice =
        assertThrows(
            FormsInvalid.class,
            () -> FormDefinitions.read(Map.of("a.yaml", first, "b.yaml", first)));
    assertTrue(twice.toString().contains("version 1 of \"t\" is also in a.yaml"));
  }

  @Test
  void aFragmentWithTwoVersionsIsNamedWithItsVersion() {
    Map<String, String> files = new HashMap<>();
    String fragment =
        form("    - {id: x, type: date, label: L}\n")
            .replace("form: t", "form: part")
            .replace("kind: intake", "kind: fragment")
            .replace("id: s", "id: included");
    files.put("part.yaml", fragment.replace("version: 1", "version: 2"));
    files.put("part.v1.yaml", fragment);
    String whole = form("    - {id: a, type: date, label: L}\n");
    files.put("t.yaml", whole.replace("sections:", "include: [part]\nsections:"));
    FormsInvalid which = assertThrows(FormsInvalid.class, () -> FormDefinitions.read(files));
    assertTrue(which.toString().contains("which matches 2 fragments"), which.getMessage());
    files.put("t.yaml", whole.replace("sections:", "include: [\"part@1\"]\nsections:"));
    FormDefinition read = FormDefinitions.read(files).current("t").orElseThrow();
    assertEquals(List.of("x", "a"), read.questions().stream().map(Question::id).toList());
  }

  @Test
  void theDigestChangesWithWhatIsSaidAndNotWithComments() {
    String yaml = form("    - {id: a, type: date, label: L}\n");
    String digest = read(yaml).current("t").orElseThrow().digest();
    assertEquals(digest, read("# a comment\n" + yaml).current("t").orElseThrow().digest());
    assertNotEquals(
        digest,
        read(yaml.replace("type: date", "type: number")).current("t").orElseThrow().digest());
  }

  @Test
  void aHostileFileIsRefusedQuickly() {
    assertSays("this is not YAML within the limits", "[".repeat(1000));
    assertTrue(
        assertThrows(FormsInvalid.class, () -> read("a: &a [x]\nb: [*a, *a]\n"))
            .toString()
            .contains("aliases"));
    assertTrue(
        assertThrows(FormsInvalid.class, () -> read("a: \"" + "x".repeat(1_000_001) + "\""))
            .toString()
            .contains("at most 1000000"));
    assertFalse(
        assertThrows(FormsInvalid.class, () -> read("!!javax.script.ScriptEngineManager [x]\n"))
            .problems()
            .isEmpty());
  }

  private static void assertSays(String expected, String... questions) {
    String yaml = form("    " + String.join("\n    ", questions) + "\n");
    FormsInvalid invalid = assertThrows(FormsInvalid.class, () -> read(yaml));
    FormProblem problem =
        invalid.problems().stream()
            .filter(one -> one.what().contains(expected))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(expected + " is not in\n" + invalid.getMessage()));
    assertFalse(problem.maybe().isBlank());
    assertEquals("t.yaml", problem.file());
  }

  private static FormProblem only(String yaml) {
    FormsInvalid invalid = assertThrows(FormsInvalid.class, () -> read(yaml));
    assertEquals(1, invalid.problems().size(), invalid.getMessage());
    return invalid.problems().get(0);
  }

  private static FormDefinitions read(String yaml) {
    return FormDefinitions.read(Map.of("t.yaml", yaml));
  }

  /** A form of one section; L stands for a label in all languages. */
  public static String form(String questions) {
    return """
        form: t
        version: 1
        kind: intake
        title: L
        about: L
        source: {title: Somebody, licence: own}
        verification: {state: own, note: L}
        sections:
        - id: s
          title: L
          questions:
        """
        .concat(questions)
        .replaceAll(": L\\b", ": {en: a, fr: b, sr: в}");
  }
}
