package org.passerelle.house.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.answers.Typed;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Previews a draft: on a phone, and with test answers. */
@Controller
@RequestMapping("/house/forms/drafts/{id}")
@Allowed(Role.ADMINISTRATOR)
class FormDraftLookController {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; ";
  private final DraftPages pages;
  private final Languages languages;

  FormDraftLookController(DraftPages pages, Languages languages) {
    this.pages = pages;
    this.languages = languages;
  }

  /** The preview of a phone, 375 pixels wide, in one language. */
  @GetMapping("/preview")
  String preview(@PathVariable UUID id, Act act) {
    act.policy(POLICY + "frame-src 'self'; frame-ancestors 'none'");
    return act.with("shown", shown(act)).show("forms/draft/preview", pages.of(id, act));
  }

  /** The content of the phone: the form itself, rendered by the shared form templates. */
  @GetMapping("/phone")
  String phone(@PathVariable UUID id, Act act) {
    act.policy(POLICY + "frame-ancestors 'self'");
    Page page = act.page().in(languages.texts(shown(act)));
    FormDefinition form = form(pages.of(id, act));
    return act.with("inside", page)
        .with("sections", FormPages.preview(page, form))
        .show("forms/draft/phone", form);
  }

  private Language shown(Act act) {
    String tag = act.asked().text("in", 20);
    return tag.isEmpty() ? act.language() : languages.byTag(tag);
  }

  private static FormDefinition form(DraftPage page) {
    FormDefinition form = page.judged().form();
    if (form == null) {
      throw new NotFound();
    }
    return form;
  }

  @GetMapping("/try")
  String begin(@PathVariable UUID id, Act act) {
    DraftPage page = pages.of(id, act);
    return tried(page, new Typed(Answers.NONE, List.of(), Map.of()), act);
  }

  /** Evaluates test answers; nothing is stored. */
  @PostMapping("/try")
  String again(@PathVariable UUID id, Act act) {
    DraftPage page = pages.of(id, act);
    Typed typed =
        Typed.take(form(page), Answers.NONE, act.form().all(), act.page().moments().today());
    return act.more(() -> tried(page, typed, act));
  }

  private static String tried(DraftPage page, Typed typed, Act act) {
    FormDefinition form = form(page);
    Visibility visibility = new Visibility(form, typed.draft());
    return act.with(
            "sections", FormPages.sections(act.page(), form, typed.draft(), typed, List.of()))
        .with(
            "asked", form.questions().stream().filter(one -> visibility.isShown(one.id())).toList())
        .with(
            "hidden",
            form.questions().stream().filter(one -> !visibility.isShown(one.id())).toList())
        .with("conditions", conditions(form))
        .show("forms/draft/try", page);
  }

  /** For each question the conditions on which it depends: its own and that of its section. */
  private static Map<String, String> conditions(FormDefinition form) {
    Map<String, String> conditions = new HashMap<>();
    form.sections()
        .forEach(
            section -> {
              for (Question question : section.questions()) {
                String both =
                    Stream.of(section.showIf(), question.showIf())
                        .filter(java.util.Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" · "));
                conditions.put(question.id(), both);
              }
            });
    return conditions;
  }
}
