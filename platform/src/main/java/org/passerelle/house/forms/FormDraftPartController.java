package org.passerelle.house.forms;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDraft;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Edits the head, the sections and the questions of a draft. */
@Controller
@RequestMapping("/house/forms/drafts/{id}")
@Allowed(Role.ADMINISTRATOR)
class FormDraftPartController {
  private final FormDrafts drafts;
  private final FormDefinitions definitions;
  private final DraftPages pages;

  FormDraftPartController(FormDrafts drafts, FormDefinitions definitions, DraftPages pages) {
    this.drafts = drafts;
    this.definitions = definitions;
    this.pages = pages;
  }

  @GetMapping("/form")
  String head(@PathVariable UUID id, Act act) {
    act.form(PartForms.head(drafts.find(id).form()));
    return show(id, DraftPart.FORM, "forms/draft/head", act);
  }

  @PostMapping("/form")
  String changeHead(@PathVariable UUID id, Act act) {
    Piece stands = drafts.find(id).form();
    List<String> fragments = fragments(stands);
    PartForms.head(act.form(), stands, fragments);
    return save(
        id,
        act,
        new Edited(
            DraftPart.FORM,
            "forms/draft/head",
            form -> PartForms.head(act.form(), form, fragments),
            PartForms::head));
  }

  @GetMapping("/sections")
  String newSection(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return show(id, DraftPart.section(""), "forms/draft/section", act);
  }

  @PostMapping("/sections")
  String addSection(@PathVariable UUID id, Act act) {
    Piece section = PartForms.section(act.form(), named(act.form()));
    return act.submit(
        () -> show(id, DraftPart.section(""), "forms/draft/section", act),
        () -> {
          drafts.change(
              id,
              FormDrafts.FRESH,
              DraftPart.section(section.text("id")),
              form -> DraftEdit.addSection(form, section),
              act.who());
          return DraftPage.ALL + id + "#section-" + section.text("id");
        });
  }

  private static Piece named(Filled typed) {
    return Piece.EMPTY.with("id", typed.neededText("id", 60));
  }

  @GetMapping("/sections/{section}")
  String section(@PathVariable UUID id, @PathVariable String section, Act act) {
    DraftPart part = DraftPart.section(section);
    act.form(PartForms.section(DraftEdit.find(drafts.find(id).form(), part)));
    return show(id, part, "forms/draft/section", act);
  }

  @PostMapping("/sections/{section}")
  String changeSection(@PathVariable UUID id, @PathVariable String section, Act act) {
    DraftPart part = DraftPart.section(section);
    PartForms.section(act.form(), DraftEdit.find(drafts.find(id).form(), part));
    return save(
        id,
        act,
        new Edited(
            part,
            "forms/draft/section",
            piece -> PartForms.section(act.form(), piece),
            PartForms::section));
  }

  @GetMapping("/sections/{section}/questions")
  String newQuestion(@PathVariable UUID id, @PathVariable String section, Act act) {
    DraftEdit.find(drafts.find(id).form(), DraftPart.section(section));
    act.form(Map.of("section", section));
    return show(id, DraftPart.question(""), "forms/draft/question", act);
  }

  @PostMapping("/sections/{section}/questions")
  String addQuestion(@PathVariable UUID id, @PathVariable String section, Act act) {
    Piece question =
        PartForms.question(act.form(), named(act.form()), lists(drafts.find(id).form()));
    act.form().unlessSent("section", section);
    return act.submit(
        () -> show(id, DraftPart.question(""), "forms/draft/question", act),
        () -> {
          drafts.change(
              id,
              FormDrafts.FRESH,
              DraftPart.question(question.text("id")),
              form -> DraftEdit.addQuestion(form, section, question),
              act.who());
          return after(id, question);
        });
  }

  /** After saving a choice question without codes, continue with its codes. */
  private static String after(UUID id, Piece question) {
    boolean codes =
        question.text("type").endsWith("choice") && !question.has("list") && !question.has("codes");
    DraftPart part = DraftPart.codes(question.text("id"));
    return DraftPage.ALL
        + id
        + (codes ? DraftPage.address(part) : "#question-" + question.text("id"));
  }

  @GetMapping("/questions/{question}")
  String question(@PathVariable UUID id, @PathVariable String question, Act act) {
    Piece form = drafts.find(id).form();
    DraftPart part = DraftPart.question(question);
    act.form(stored(form, DraftEdit.find(form, part)));
    return show(id, part, "forms/draft/question", act);
  }

  private static Filled stored(Piece form, Piece question) {
    Filled stored = PartForms.question(question);
    return stored.and("section", List.of(DraftEdit.sectionOf(form, question.text("id"))));
  }

  @PostMapping("/questions/{question}")
  String changeQuestion(@PathVariable UUID id, @PathVariable String question, Act act) {
    DraftPart part = DraftPart.question(question);
    Piece stands = drafts.find(id).form();
    List<String> lists = lists(stands);
    PartForms.question(act.form(), DraftEdit.find(stands, part), lists);
    String section = act.form().text("section", 60);
    return act.submit(
        () -> show(id, part, "forms/draft/question", act),
        () -> {
          drafts.change(
              id,
              act.form().version(),
              part,
              form -> {
                Piece changed =
                    DraftEdit.change(
                        form, part, piece -> PartForms.question(act.form(), piece, lists));
                return section.isEmpty() ? changed : DraftEdit.moveTo(changed, question, section);
              },
              act.who());
          act.notice("good", "formdraft.saved");
          return after(id, DraftEdit.find(drafts.find(id).form(), part));
        },
        () -> {
          Piece now = drafts.find(id).form();
          return stored(now, DraftEdit.find(now, part));
        });
  }

  /** An edited part: its page, its fields and its content. */
  private record Edited(
      DraftPart part,
      String template,
      UnaryOperator<Piece> change,
      Function<Piece, Filled> stored) {
    Piece in(Piece form) {
      return part.kind() == DraftPart.Kind.FORM
          ? change.apply(form)
          : DraftEdit.change(form, part, change);
    }
  }

  private String save(UUID id, Act act, Edited edited) {
    return act.submit(
        () -> show(id, edited.part(), edited.template(), act),
        () -> {
          drafts.change(id, act.form().version(), edited.part(), edited::in, act.who());
          act.notice("good", "formdraft.saved");
          return DraftPage.ALL + id;
        },
        () -> edited.stored().apply(DraftEdit.find(drafts.find(id).form(), edited.part())));
  }

  private String show(UUID id, DraftPart part, String template, Act act) {
    DraftPage page = pages.of(id, act);
    FormDraft draft = page.draft();
    return act.with("part", part)
        .with("problems", DraftPages.problems(page, part))
        .with("fragments", fragments(draft.form()))
        .with("lists", lists(draft.form()))
        .show(template, page);
  }

  private List<String> fragments(Piece form) {
    Stream<String> all =
        definitions.all().stream()
            .filter(one -> one.kind() == FormDefinition.Kind.FRAGMENT)
            .filter(one -> !one.form().equals(form.text("form")))
            .map(
                one ->
                    definitions.versions(one.form()).size() > 1
                        ? one.form() + "@" + one.version()
                        : one.form());
    return Stream.concat(form.texts("include").stream(), all).distinct().toList();
  }

  private List<String> lists(Piece form) {
    return Stream.concat(
            form.piece("lists").entries().keySet().stream(),
            definitions.lists().names().stream().sorted())
        .distinct()
        .toList();
  }
}
