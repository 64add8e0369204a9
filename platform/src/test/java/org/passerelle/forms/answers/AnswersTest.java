package org.passerelle.forms.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormDefinitionsTest;
import org.passerelle.forms.Question;
import org.passerelle.language.PartialDate;

class AnswersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 9);
  private final FormDefinition form =
      FormDefinitions.read(
              Map.of(
                  "t.yaml",
                  FormDefinitionsTest.form(
                      """
                          - {id: name, type: person, label: L, category: identity}
                          - {id: story, type: long-text, label: L}
                          - {id: age, type: number, min: 0, max: 120, label: L, reporting: age}
                          - {id: born, type: partial-date, label: L}
                          - {id: met, type: date, label: L}
                          - {id: next, type: date, future: true, label: L}
                          - {id: safe, type: yes-no-unknown, label: L, reporting: safe}
                          - {id: signs, type: multi-choice, evidence: true, label: L, reporting: signs, codes: [{code: debt, label: L}, {code: papers, label: L}]}
                          - {id: kind, type: choice, label: L, required: true, show-if: "signs contains 'debt'", codes: [{code: big, label: L}, {code: small, label: L}]}
                      """)))
          .current("t")
          .orElseThrow();

  @Test
  void aRetiredCodeStaysWhereItWasAnsweredAndIsNoNewAnswer() {
    FormDefinition retired =
        FormDefinitions.read(
                Map.of(
                    "t.yaml",
                    FormDefinitionsTest.form(
                        """
                            - {id: ways, type: multi-choice, label: L, codes: [{code: fax, label: L, retired: true}, {code: mail, label: L}]}
                        """)))
            .current("t")
            .orElseThrow();
    Map<String, List<String>> sent =
        Map.of("shown", List.of("ways"), "q-ways", List.of("fax", "mail"));
    assertEquals(
        "forms.problem.code",
        Typed.take(retired, Answers.NONE, sent, TODAY).problems().get(0).key());
    Answers before = Answers.NONE.with("ways", Answer.of(new Answer.ChosenAll(List.of("fax"))));
    assertEquals(
        List.of("fax", "mail"), Typed.take(retired, before, sent, TODAY).draft().codes("ways"));
  }

  @Test
  void everyKindOfAnswerIsTaken() {
    Typed typed =
        take(
            Map.of(
                "q-name", "  Ana  ",
                "q-story", "a\r\nb",
                "q-age", "15,5",
                "q-born", "200X",
                "q-met", "2026-04-09",
                "q-next", "2026-05-01",
                "q-safe", "no",
                "q-signs", "papers|debt",
                "e-signs", "“he keeps it”"));
    assertEquals(List.of(), typed.problems());
    Answers answers = typed.draft();
    assertEquals(new Answer.Writing("Ana"), content(answers, "name"));
    assertEquals(new Answer.Writing("a\nb"), content(answers, "story"));
    assertEquals(new Answer.Amount(new BigDecimal("15.5")), content(answers, "age"));
    assertEquals(new Answer.Partly(PartialDate.parse("200X")), content(answers, "born"));
    assertEquals(new Answer.Day(TODAY), content(answers, "met"));
    assertEquals(new Answer.Chosen("no"), content(answers, "safe"));
    assertEquals(new Answer.ChosenAll(List.of("debt", "papers")), content(answers, "signs"));
    assertEquals("“he keeps it”", answers.of("signs").orElseThrow().evidence());
  }

  @Test
  void theDocumentIsCanonicalAndReadsBack() {
    Answers answers =
        take(Map.of(
                "q-name",
                "Ђорђе",
                "q-age",
                "15.0",
                "q-born",
                "2003?",
                "q-met",
                "2026-01-02",
                "q-safe",
                Typed.NOT_KNOWN,
                "q-signs",
                Typed.NONE,
                "e-signs",
                "x"))
            .draft();
    String json = new AnswerDocument("t", 1, "d", answers).json();
    assertEquals(
        "{\"answers\":{\"age\":{\"number\":\"15\"},\"born\":{\"edtf\":\"2003?\"},"
            + "\"met\":{\"day\":\"2026-01-02\"},\"name\":{\"text\":\"Ђорђе\"},"
            + "\"safe\":{\"not-known\":true},\"signs\":{\"codes\":[],\"evidence\":\"x\"}},"
            + "\"digest\":\"d\",\"form\":\"t\",\"version\":1}",
        json);
    assertEquals(answers, AnswerDocument.read(json).answers());
  }

  @Test
  void aNameOfOneMegabyteIsRefusedAndEverythingElseIsKept() {
    String name = "N".repeat(1_000_000);
    Typed typed = take(Map.of("q-name", name, "q-age", "15", "e-signs", "seen"));
    assertEquals(1, typed.problems().size());
    InputProblem problem = typed.problems().get(0);
    assertEquals("forms.problem.too-long", problem.key());
    assertEquals(List.of(500, 1_000_000), problem.arguments());
    assertEquals("q-name", problem.field());
    assertTrue(typed.draft().of("age").isPresent());
    assertEquals("seen", typed.draft().of("signs").orElseThrow().evidence());
    assertEquals(List.of(name), typed.values("q-name"));
  }

  @Test
  void aLongTextHasItsLimitInCharactersNotBytes() {
    assertEquals(List.of(), take(Map.of("q-story", "😀".repeat(20_000))).problems());
    assertEquals("forms.problem.too-long", onlyKey(Map.of("q-story", "😀".repeat(20_001))));
  }

  @Test
  void controlCharactersAreRemovedAndTextIsComposed() {
    Answers answers =
        take(Map.of("q-name", "A\u0000n\u0007a\u202E C\u030C", "q-story", "a\tb\u0085c\u001B[31m"))
            .draft();
    assertEquals(new Answer.Writing("Ana Č"), content(answers, "name"));
    assertEquals(new Answer.Writing("a\tbc[31m"), content(answers, "story"));
  }

  @Test
  void aDateInTheFutureIsRefused() {
    assertEquals("forms.problem.future", onlyKey(Map.of("q-met", "2199-01-01")));
    assertEquals("forms.problem.future", onlyKey(Map.of("q-born", "2199")));
    assertEquals("forms.problem.too-far", onlyKey(Map.of("q-next", "2199-01-01")));
    assertEquals("forms.problem.too-early", onlyKey(Map.of("q-met", "1899-12-31")));
    assertEquals("forms.problem.date", onlyKey(Map.of("q-met", "31.02.2020")));
    assertEquals("forms.problem.partial-date", onlyKey(Map.of("q-born", "about ten")));
    assertEquals(List.of(), take(Map.of("q-born", "202X")).problems());
  }

  @Test
  void anUnknownCodeIsRefused() {
    assertEquals("forms.problem.code", onlyKey(Map.of("q-signs", "debt|delinquency")));
    assertEquals("forms.problem.code", onlyKey(Map.of("q-kind", "huge")));
    assertEquals("forms.problem.code", onlyKey(Map.of("q-safe", "unknown")));
  }

  @Test
  void aNumberHasBounds() {
    assertEquals("forms.problem.below", onlyKey(Map.of("q-age", "-1")));
    assertEquals("forms.problem.above", onlyKey(Map.of("q-age", "121")));
    assertEquals("forms.problem.number", onlyKey(Map.of("q-age", "1e9")));
    assertEquals("forms.problem.number", onlyKey(Map.of("q-age", "9".repeat(400))));
  }

  @Test
  void noneOfTheseStandsAlone() {
    assertEquals("forms.problem.contradiction", onlyKey(Map.of("q-signs", "debt|" + Typed.NONE)));
    assertEquals(
        "forms.problem.contradiction", onlyKey(Map.of("q-signs", "debt|" + Typed.NOT_KNOWN)));
  }

  @Test
  void whatCouldNotBeTakenLeavesTheAnswerAsItWas() {
    Answers before = Answers.NONE.with("age", Answer.of(new Answer.Amount(BigDecimal.TEN)));
    Typed typed = Typed.take(form, before, sent(Map.of("q-age", "no")), TODAY);
    assertEquals(before, typed.draft());
    Typed emptied = Typed.take(form, before, sent(Map.of("q-age", " ")), TODAY);
    assertEquals(Answers.NONE, emptied.draft());
  }

  @Test
  void onlyWhatThePageShowedIsTouched() {
    Answers before = Answers.NONE.with("age", Answer.of(new Answer.Amount(BigDecimal.TEN)));
    Map<String, List<String>> other = new HashMap<>();
    other.put("shown", List.of("name", "no_such_question"));
    other.put("q-age", List.of("99"));
    assertEquals(before, Typed.take(form, before, other, TODAY).draft());
  }

  @Test
  void hiddenAnswersStayInTheDraftAndLeaveTheSubmission() {
    Answers answers = take(Map.of("q-signs", "papers", "q-kind", "big")).draft();
    assertTrue(answers.of("kind").isPresent());
    Visibility visibility = new Visibility(form, answers);
    assertFalse(visibility.isShown("kind"));
    assertTrue(visibility.shownAnswers().of("kind").isEmpty());
    assertEquals(List.of(), Submissions.missing(form, answers));
    Answers debt = take(Map.of("q-signs", "debt")).draft();
    assertEquals(
        List.of("kind"), Submissions.missing(form, debt).stream().map(Question::id).toList());
  }

  @Test
  void onlyReportingCodesAreProjectedAndNeverWriting() {
    Answers answers =
        take(Map.of(
                "q-name",
                "Ana",
                "q-story",
                "s",
                "q-age",
                "15",
                "q-safe",
                Typed.NOT_KNOWN,
                "q-signs",
                "debt|papers",
                "e-signs",
                "words",
                "q-kind",
                "big"))
            .draft();
    assertEquals(
        List.of("age 15", "safe _not_known", "signs debt", "signs papers"),
        ReportingColumns.of(form, answers).stream()
            .map(c -> c.code() + " " + (c.number() == null ? c.text() : c.number()))
            .toList());
    assertEquals(
        List.of(Typed.NONE),
        ReportingColumns.of(form, take(Map.of("q-signs", Typed.NONE)).draft()).stream()
            .map(ReportingColumns.Column::text)
            .toList());
  }

  private Typed take(Map<String, String> fields) {
    return Typed.take(form, Answers.NONE, sent(fields), TODAY);
  }

  private String onlyKey(Map<String, String> fields) {
    Typed typed = take(fields);
    assertEquals(1, typed.problems().size(), typed.problems().toString());
    return typed.problems().get(0).key();
  }

  private Map<String, List<String>> sent(Map<String, String> fields) {
    Map<String, List<String>> sent = new HashMap<>();
    fields.forEach((name, value) -> sent.put(name, List.of(value.split("\\|", -1))));
    sent.put("shown", form.questions().stream().map(Question::id).toList());
    return sent;
  }

  private static Answer.Content content(Answers answers, String question) {
    return answers.of(question).orElseThrow().content();
  }
}
