package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Typed;
import tools.jackson.databind.json.JsonMapper;

/** Input on an offline phone is accepted, rejected and displayed as by the server. */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneTypedTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DRAWS = 150;

  /** An English-speaking user finds a language by its own name, in any script. */
  @Test
  void aLongListIsSearchedInEveryLanguage() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      officer.go("/protect/screenings/new");
      officer.press("button[name=form][value=screening-short]");
      searched(officer.page(), ".thumb button.primary");
      Pocket pocket = new Pocket(officer.page(), Server.demo().address()).enrol();
      pocket.start().begin(false);
      searched(officer.page(), ".thumb .primary");
    }
  }

  private static void searched(Page page, String next) {
    for (int i = 0; i < 8 && page.locator("#q-languages-filter").count() == 0; i++) {
      String before = page.url();
      page.locator(next).first().click();
      page.waitForFunction("before => location.href !== before", before);
      page.waitForSelector("form");
    }
    for (String typed : List.of("Serbian", "srpski", "српски", "Serbe")) {
      page.fill("#q-languages-filter", typed);
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('#q-languages-list .choice, [data-question=languages] .choices.long .choice')].filter(c => !c.hidden).map(c => c.querySelector('input').value).join()"))
          .as(typed)
          .isEqualTo("sr");
    }
  }

  /** Valid and invalid input: phone and server accept and reject the same. */
  @Test
  void whatIsTypedIsTakenAsTheHouseTakesIt() throws IOException {
    FormDefinitions definitions = FormDefinitions.read(PhoneRulesTest.files());
    LocalDate today = LocalDate.of(2026, 11, 28);
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      officer.go("/phone");
      Random random = new Random(20261128);
      int refused = 0;
      for (FormDefinition.Kind kind :
          List.of(
              FormDefinition.Kind.SCREENING,
              FormDefinition.Kind.FOLLOW_UP,
              FormDefinition.Kind.INTAKE)) {
        for (FormDefinition form : definitions.current(kind)) {
          List<Object> drawn = new ArrayList<>();
          List<String> expected = new ArrayList<>();
          for (int i = 0; i < DRAWS; i++) {
            Map<String, List<String>> sent = typed(form, random);
            Typed taken = Typed.take(form, Answers.NONE, sent, today);
            drawn.add(sent);
            expected.add(said(taken));
            refused += taken.problems().size();
          }
          Object found =
              officer
                  .page()
                  .evaluate(
                      """
                      async ([id, drawn, today]) => {
                        const { read } = await import('/phone/answers.js');
                        const { en } = (await (await fetch('/phone/pack?have=')).json()).packs;
                        const form = en.forms.find(f => f.form === id);
                        return JSON.parse(drawn).map(sent => {
                          const { answers, problems } = read(form, {}, sent.shown, sent, today, en.dates);
                          const plain = Object.fromEntries(Object.keys(answers).sort().map(q => [q, Object.fromEntries(Object.keys(answers[q]).sort().map(k => [k, answers[q][k]]))]));
                          return JSON.stringify(plain) + problems.map(p => ` ${p.field} ${p.key}`).join('');
                        });
                      }
                      """,
                      List.of(form.form(), JSON.writeValueAsString(drawn), today.toString()));
          List<String> taken = ((List<?>) found).stream().map(Object::toString).toList();
          for (int i = 0; i < drawn.size(); i++) {
            assertThat(taken.get(i)).as("%s, %d", form.form(), i).isEqualTo(expected.get(i));
          }
        }
      }
      assertThat(refused).as("something is refused").isGreaterThan(1000);
    }
  }

  /** The displayed form of a partial date is parsed back to the same date. */
  @Test
  void whatIsSaidOfADateIsReadAgain() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      officer.go("/phone");
      Object found =
          officer
              .page()
              .evaluate(
                  """
                  async dates => {
                    const { said, inWords } = await import('/phone/dates.js');
                    const { choose, take } = await import('/phone/words.js');
                    const { en } = (await (await fetch('/phone/pack?have=')).json()).packs;
                    take(await (await fetch('/phone/words')).json(), 'en');
                    return ['en', 'fr', 'sr-Cyrl', 'sr-Latn'].flatMap(tag => {
                      choose(tag, false);
                      return dates.map(date => {
                        const words = inWords(date);
                        const again = /^\\d{4}$/.test(words) ? words : said(words, en.dates, 2026);
                        return again === date ? words : `${date} is said ${words} and read ${again}`;
                      });
                    });
                  }
                  """,
                  List.of(
                      "2003",
                      "200X",
                      "2003-05",
                      "2004-03-01",
                      "2005~",
                      "2005-02?",
                      "2004-03-01%",
                      "[2003..2004]",
                      "[2003-02..2005]",
                      "../2004-03-15",
                      "../2004",
                      "2004-05/..",
                      "2003/2005",
                      "2004-03-03/2004-05-05"));
      assertThat((List<?>) found)
          .asString()
          .doesNotContain("is said")
          .contains(
              "about 2005", "peut-être vers le 1er mars 2004", "између фебруара 2003. и 2005.")
          .contains("oko 2005.", "du 3 mars 2004 au 5 mai 2004", "до 15. марта 2004.");
    }
  }

  private static String said(Typed taken) {
    StringBuilder said =
        new StringBuilder(JSON.writeValueAsString(PhoneRulesTest.document(taken.draft())));
    taken.problems().forEach(p -> said.append(' ').append(p.field()).append(' ').append(p.key()));
    return said.toString();
  }

  private static final List<String> DATES =
      List.of(
          "15/2/24",
          "2. 5. 2004.",
          "5/13/2004",
          "31.4.2003",
          "févr. 2003",
          "фебруара 2003.",
          "feb 24",
          "15 feb 24",
          "jui 2003",
          "1er mars 2003",
          "2003 or 2004",
          "2003. ili 2004.",
          "2004 ou 2003",
          "entre mai 2003 et 2005",
          "oko 2005.",
          "peut-être vers 2003 ?",
          "since 2004",
          "jusqu’au 15 mars 2004",
          "before mar 2004",
          "after 31.12.2003",
          "od 2003. do 2005.",
          "les années 1990",
          "1990-ih",
          "about",
          "spring 2003",
          "2003",
          "200X",
          "2003-13",
          "2003-02",
          "2003-02-29",
          "2024-02-29",
          "[2003..2004]",
          "[2003..]",
          "[..2003]",
          "[2004..2003]",
          "2003/2005",
          "../2003",
          "2005~",
          "2005?",
          "2005%",
          "15.02.2024",
          "1899-12-31",
          "1900-01-01",
          "2026-11-28",
          "2026-11-29",
          "2056-11-28",
          "2057-01-01",
          "19XX",
          "2003-XX-04",
          "[]",
          "[..]",
          "/");
  private static final List<String> NUMBERS =
      List.of(
          "3",
          "-3",
          "3,5",
          "3.500",
          "0",
          "-0",
          "007",
          "1e3",
          "1 000",
          "1\u00a0000",
          "999999999999",
          "9999999999999",
          "0.1234567",
          "123456789012.123456",
          "drei",
          "١٢");
  private static final List<String> TEXTS =
      List.of(
          "Шид",
          "  a  b ",
          "a\r\nb\rc",
          "x".repeat(500),
          "😀".repeat(500),
          "😀".repeat(501),
          "š\t");

  private static Map<String, List<String>> typed(FormDefinition form, Random random) {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    List<String> shown = new ArrayList<>();
    for (Question question : form.questions()) {
      if (random.nextInt(5) == 0) {
        continue;
      }
      shown.add(question.id());
      List<String> values = new ArrayList<>();
      if (random.nextInt(8) == 0) {
        values.add(List.of("", "  ", Typed.NOT_KNOWN).get(random.nextInt(3)));
      } else {
        switch (question.type()) {
          case NUMBER -> values.add(NUMBERS.get(random.nextInt(NUMBERS.size())));
          case DATE, PARTIAL_DATE -> values.add(DATES.get(random.nextInt(DATES.size())));
          case TEXT, LONG_TEXT, PERSON -> values.add(TEXTS.get(random.nextInt(TEXTS.size())));
          case YES_NO_UNKNOWN -> values.add(random.nextBoolean() ? "yes" : "no");
          case CHOICE -> values.add(any(question, random));
          case MULTI_CHOICE -> {
            values.add(any(question, random));
            values.add(random.nextInt(4) == 0 ? Typed.NONE : any(question, random));
            if (random.nextInt(4) == 0) {
              values.add(Typed.NOT_KNOWN);
            }
          }
        }
      }
      sent.put(Typed.field(question.id()), values);
      if (random.nextInt(3) == 0) {
        sent.put(Typed.evidence(question.id()), List.of(TEXTS.get(random.nextInt(TEXTS.size()))));
      }
    }
    sent.put("shown", shown);
    return sent;
  }

  private static String any(Question question, Random random) {
    return question.options().get(random.nextInt(question.options().size())).code();
  }
}
