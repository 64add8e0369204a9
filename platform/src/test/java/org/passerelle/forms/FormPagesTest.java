package org.passerelle.forms;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.answers.AnsweredView;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.FillView;
import org.passerelle.forms.answers.Filling;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Texts;
import org.passerelle.pages.Page;
import org.passerelle.pages.TransliteratedNames;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;

/** Any form, shown by the same parts. */
@Tag("slow")
class FormPagesTest {
  private final House house = House.on(House.Database.H2);
  private final SignedIn who = house.somebody(Role.CASE_MANAGER);
  private final Submissions submissions = house.get(Submissions.class);

  @Test
  void everyFormIsFilledInAndReadInEveryLanguage() {
    for (FormDefinition form : forms()) {
      UUID id = submissions.start(who, subject(), form, Answers.NONE);
      Submission draft = submissions.read(who, id);
      for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
        Page page = page(tag);
        String body = fill(page, FillView.of(page, draft, "/here", null, List.of()));
        assertThat(body)
            .as(form.form() + " " + tag)
            .doesNotContain("⟦")
            .contains("name=\"revision\" value=\"1\"", "value=\"hand-in\"");
        Visibility visibility = new Visibility(form, Answers.NONE);
        for (Question question : form.questions()) {
          String shown = "name=\"shown\" value=\"" + question.id() + "\"";
          if (visibility.isShown(question.id())) {
            assertThat(body).as(question.id()).containsOnlyOnce(shown);
          } else {
            assertThat(body).as(question.id()).doesNotContain(shown);
          }
        }
        assertThat(
                render(
                    "forms/answers.jte",
                    page,
                    "sections",
                    FormPages.answered(page, form, Answers.NONE, true)))
            .doesNotContain("⟦");
      }
    }
  }

  @Test
  void aQuestionAppearsAfterTheAnswerThatOpensItIsSaved() {
    FormDefinition form = form("follow-up");
    UUID id = submissions.start(who, subject(), form, Answers.NONE);
    Page page = page("en");
    assertThat(fill(page, view(page, id))).doesNotContain("id=\"q-attempts\"");
    submissions.save(
        who, id, a -> a.with("contact_kind", Answer.of(new Answer.Chosen("not_reached"))));
    assertThat(fill(page, view(page, id))).contains("id=\"q-attempts\"");
  }

  @Test
  void whatAColleagueStoredIsShownBesideWhatWasTyped() {
    FormDefinition form = form("htcds-intake");
    UUID id = submissions.start(who, subject(), form, Answers.NONE);
    submissions.save(
        who, id, a -> a.with("prs_FirstName", Answer.of(new Answer.Writing("Ана <b>"))));
    Filling filling =
        submissions.fill(
            who,
            id,
            Map.of(
                "shown", List.of("prs_FirstName"),
                "revision", List.of("1"),
                "q-prs_FirstName", List.of("Anna")),
            LocalDate.of(2026, 4, 9));
    Page page = page("en");
    String body =
        fill(page, FillView.of(page, filling.submission(), "/here", filling.typed(), List.of()));
    assertThat(body)
        .contains("Now stored: Ана &lt;b", "value=\"Anna\"", "href=\"#q-prs_FirstName\"");
  }

  @Test
  void answersAreReadWithTheLabelsOfTheirVersion() {
    String first = FormDefinitionsTest.form("    - {id: a, type: partial-date, label: L}\n");
    FormDefinitions both =
        FormDefinitions.read(
            Map.of(
                "t.yaml",
                    first
                        .replace("version: 1", "version: 2")
                        .replace("label: {en: a", "label: {en: new words"),
                "t.v1.yaml", first.replace("label: {en: a", "label: {en: old words")));
    Answers answers =
        Answers.NONE.with("a", Answer.of(new Answer.Partly(PartialDate.parse("200X"))));
    AnsweredView.Line line =
        FormPages.answered(page("en"), both.version("t", 1).orElseThrow(), answers, false)
            .get(0)
            .lines()
            .get(0);
    assertThat(line.label()).isEqualTo("old words");
    assertThat(line.values()).containsExactly("the 2000s");
  }

  private FillView view(Page page, UUID id) {
    return FillView.of(page, submissions.read(who, id), "/here", null, List.of());
  }

  private String fill(Page page, FillView view) {
    return render("forms/fill.jte", page, "view", view);
  }

  private String render(String template, Page page, String name, Object value) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("page", page);
    parameters.put(name, value);
    StringOutput output = new StringOutput();
    house.get(TemplateEngine.class).render(template, parameters, output);
    return output.toString();
  }

  private Page page(String tag) {
    Languages languages = house.get(Languages.class);
    Texts texts = languages.texts(languages.byTag(tag));
    return new Page(
        texts,
        new Moments(texts, ZoneOffset.UTC, house.clock()),
        languages.all(),
        who,
        List.of(),
        "protect",
        "/here",
        "",
        "csrf",
        "once",
        false,
        null,
        "",
        "",
        TransliteratedNames.NONE,
        List.of());
  }

  private Subject subject() {
    UUID id = house.get(Identifiers.class).next();
    house.get(Vault.class).createKey(id, who.organisation());
    return new Subject("person", id, id, who.organisation());
  }

  private List<FormDefinition> forms() {
    FormDefinitions definitions = house.get(FormDefinitions.class);
    return Stream.of(FormDefinition.Kind.INTAKE, FormDefinition.Kind.FOLLOW_UP)
        .flatMap(kind -> definitions.current(kind).stream())
        .toList();
  }

  private FormDefinition form(String name) {
    return house.get(FormDefinitions.class).current(name).orElseThrow();
  }
}
