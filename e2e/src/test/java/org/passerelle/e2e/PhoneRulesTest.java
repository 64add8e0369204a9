package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.ExpressionTree;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.screening.ScreeningResult;
import org.passerelle.protect.casework.screening.ScreeningTime;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An offline phone asks and concludes as the server would: conditions by the shared test vectors,
 * and for each screening form the visible questions and the recommendation, for random answers.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneRulesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DRAWS = 150;
  private static final Language ENGLISH = new Language("en");

  @Test
  void conditionsGiveTheSharedResults() throws IOException {
    JsonNode file;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/forms/expression-vectors.json"))) {
      file = JSON.readTree(in);
    }
    List<Object> trees = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (JsonNode vector : file.required("vectors")) {
      if (!vector.has("error")) {
        trees.add(ExpressionTree.of(Expression.parse(vector.required("expression").asString())));
        expected.add(vector.required("result").asString());
      }
    }
    assertThat(trees).hasSizeGreaterThan(80);
    String found =
        onPhone(
            """
            async ([trees, answers]) => {
              const { truth } = await import('/phone/expression.js');
              const value = a => a === undefined ? undefined : a.number !== undefined ? Number(a.number) : a.text ?? a.codes;
              const all = JSON.parse(answers);
              return JSON.stringify(JSON.parse(trees).map(tree => String(truth(tree, id => value(all[id])) ?? 'unknown')));
            }
            """,
            JSON.writeValueAsString(trees),
            file.required("answers").toString());
    List<String> said = new ArrayList<>();
    JSON.readTree(found).forEach(one -> said.add(one.asString()));
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void everyScreeningAsksAndRecommendsTheSame() throws IOException {
    FormDefinitions definitions = FormDefinitions.read(files());
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      officer.go("/phone");
      Random random = new Random(20261127);
      int compared = 0;
      for (FormDefinition form : definitions.current(FormDefinition.Kind.SCREENING)) {
        List<Object> drawn = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
          Answers answers = draw(form, random);
          Visibility visibility = new Visibility(form, answers);
          Answers shown = visibility.shownAnswers();
          drawn.add(document(answers));
          expected.add(
              shown.byQuestion().keySet()
                  + " "
                  + JSON.readTree(JSON.writeValueAsString(ScreeningResult.of(form, shown)))
                  + " "
                  + ScreeningTime.minutes(visibility.sections(), visibility, ENGLISH));
        }
        Object found =
            officer
                .page()
                .evaluate(
                    """
                    async ([id, drawn]) => {
                      const { visibility } = await import('/phone/answers.js');
                      const { result } = await import('/phone/result.js');
                      const { minutes } = await import('/phone/pace.js');
                      const { en } = (await (await fetch('/phone/pack?have=')).json()).packs;
                      const form = en.forms.find(f => f.form === id);
                      return JSON.parse(drawn).map(answers => {
                        const visible = visibility(form, answers), shown = visible.answers();
                        return JSON.stringify([Object.keys(shown).sort(), result(form, shown, en.rules), minutes(visible.sections(), visible)]);
                      });
                    }
                    """,
                    List.of(form.form(), JSON.writeValueAsString(drawn)));
        List<String> said = new ArrayList<>();
        for (Object one : (List<?>) found) {
          JsonNode both = JSON.readTree(one.toString());
          List<String> ids = new ArrayList<>();
          both.get(0).forEach(id -> ids.add(id.asString()));
          said.add(ids + " " + both.get(1) + " " + both.get(2));
        }
        assertThat(said).as(form.form()).isEqualTo(expected);
        compared += said.size();
      }
      assertThat(compared).isGreaterThan(10 * DRAWS);
    }
  }

  private static String onPhone(String script, Object... arguments) {
    try (BrowserContext context = Chromium.get().newContext()) {
      context.setDefaultTimeout(Eventually.MILLISECONDS);
      Page page = context.newPage();
      page.navigate(Server.demo().address() + "/phone");
      return page.evaluate(script, List.of(arguments)).toString();
    }
  }

  static Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.yaml")) {
      files.put(
          Objects.requireNonNull(file.getFilename()),
          file.getContentAsString(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** Answers of every type, about one in four questions left open. */
  private static Answers draw(FormDefinition form, Random random) {
    Answers answers = Answers.NONE;
    for (Question question : form.questions()) {
      Answer.@Nullable Content content = content(question, random);
      if (content != null) {
        answers = answers.with(question.id(), Answer.of(content));
      }
    }
    return answers;
  }

  private static Answer.@Nullable Content content(Question question, Random random) {
    int kind = random.nextInt(8);
    if (kind < 2) {
      return null;
    }
    if (kind == 2) {
      return new Answer.NotKnown();
    }
    List<Code> codes = question.options();
    return switch (question.type()) {
      case NUMBER -> new Answer.Amount(BigDecimal.valueOf(random.nextInt(40)));
      case YES_NO_UNKNOWN -> new Answer.Chosen(random.nextBoolean() ? "yes" : "no");
      case CHOICE -> new Answer.Chosen(codes.get(random.nextInt(codes.size())).code());
      case MULTI_CHOICE ->
          new Answer.ChosenAll(
              codes.stream()
                  .filter(code -> kind > 3 && random.nextInt(kind) == 0)
                  .map(Code::code)
                  .toList());
      case TEXT, LONG_TEXT, PERSON -> new Answer.Writing("Ђ");
      case DATE, PARTIAL_DATE -> null;
    };
  }

  /** Answers in the stored format. */
  static Map<String, Object> document(Answers answers) {
    Map<String, Object> document = new TreeMap<>();
    answers
        .byQuestion()
        .forEach(
            (id, answer) -> {
              Map<String, Object> fields = new TreeMap<>();
              if (answer.evidence() != null) {
                fields.put("evidence", answer.evidence());
              }
              Answer.Content content = answer.content();
              if (content instanceof Answer.Amount amount) {
                fields.put("number", amount.number().toPlainString());
              } else if (content instanceof Answer.Chosen chosen) {
                fields.put("code", chosen.code());
              } else if (content instanceof Answer.ChosenAll all) {
                fields.put("codes", all.codes());
              } else if (content instanceof Answer.Writing writing) {
                fields.put("text", writing.text());
              } else if (content instanceof Answer.Day day) {
                fields.put("day", day.day().toString());
              } else if (content instanceof Answer.Partly partly) {
                fields.put("edtf", partly.date().edtf());
              } else {
                fields.put("not-known", true);
              }
              document.put(id, fields);
            });
    return document;
  }
}
