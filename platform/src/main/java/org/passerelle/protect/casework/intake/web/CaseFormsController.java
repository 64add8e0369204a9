package org.passerelle.protect.casework.intake.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Filling;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Typed;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.intake.KnownAnswers;
import org.passerelle.protect.casework.screening.web.FormFacts;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the forms of a case: list, draft by section, and submissions. */
@Controller
@RequestMapping("/protect/cases/{id}/forms")
@Caseworkers
class CaseFormsController {
  private final CaseForms forms;
  private final Cases cases;
  private final CodeOptions options;
  private final FormDefinitions definitions;
  private final Users users;
  private final KnownAnswers known;

  CaseFormsController(
      CaseForms forms,
      Cases cases,
      CodeOptions options,
      FormDefinitions definitions,
      Users users,
      KnownAnswers known) {
    this.forms = forms;
    this.cases = cases;
    this.options = options;
    this.definitions = definitions;
    this.users = users;
    this.known = known;
  }

  @GetMapping
  String list(@PathVariable UUID id, Act act) {
    act.with("file", cases.read(id, act.who()));
    List<Submission.Entry> entries = forms.of(id, act.who());
    Map<String, String> titles = new HashMap<>();
    definitions.all().forEach(form -> titles.put(form.form(), form.title().in(act.language())));
    act.with("words", new CaseWords(options, act.language()));
    act.with("entries", entries);
    act.with("titles", titles);
    act.with(
        "names",
        users.names(entries.stream().map(Submission.Entry::createdBy).collect(Collectors.toSet())));
    act.with(
        "offered", forms.offered().stream().map(form -> FormFacts.of(form, act.page())).toList());
    return "protect/intake/list";
  }

  @PostMapping
  String start(@PathVariable UUID id, @RequestParam String form, Act act) {
    return act.once(() -> at(id, forms.start(id, form, act.who())));
  }

  /** A submission, or the next section of a draft. */
  @GetMapping("/{form}")
  String open(@PathVariable UUID id, @PathVariable UUID form, Act act) {
    Submission found = forms.read(id, form, act.who());
    if (!found.entry().submitted()) {
      return "redirect:" + at(id, form) + "/" + goOn(found);
    }
    act.with("file", cases.find(id, act.who()));
    act.with("words", new CaseWords(options, act.language()));
    act.with("entry", found.entry());
    act.with(
        "by",
        users
            .names(List.of(found.entry().createdBy()))
            .getOrDefault(found.entry().createdBy(), act.text("forms.answer.not-known")));
    act.with("facts", FormFacts.of(found.definition(), act.page()));
    act.with("sections", FormPages.answered(act.page(), found.definition(), found.answers(), true));
    return "protect/intake/read";
  }

  @GetMapping("/{form}/{section}")
  String section(@PathVariable UUID id, @PathVariable UUID form, Act act) {
    if (forms.entry(id, form, act.who()).submitted()) {
      return "redirect:" + at(id, form);
    }
    Submission draft = forms.read(id, form, act.who());
    List<Question> unanswered =
        said(act, "missing") ? Submissions.missing(draft.definition(), draft.answers()) : List.of();
    String section = act.part("section");
    act.with("view", view(id, draft, section, null, unanswered, said(act, "more"), act));
    return "protect/intake/fill";
  }

  @PostMapping("/{form}/{section}")
  String save(@PathVariable UUID id, @PathVariable UUID form, Act act) {
    String section = act.part("section");
    String action = act.form().shown("action");
    if (forms.entry(id, form, act.who()).submitted()) {
      // a page sent twice leads to the same result; a colleague's outdated page is refused
      return act.once(
          () -> {
            throw new Refused("forms.refused.submitted");
          });
    }
    Map<String, List<String>> fields = act.form().all();
    Filling filling = forms.fill(id, form, fields, act.page().moments().today(), act.who());
    if (!filling.isTaken()) {
      return act.again(
          () ->
              act.show(
                  "protect/intake/fill",
                  view(id, filling.submission(), section, filling.typed(), List.of(), false, act)));
    }
    return act.once(
        () -> {
          if (action.equals("leave")) {
            act.notice("good", "intake.saved");
          }
          return action.equals("hand-in")
              ? handIn(id, filling.submission(), act.who())
              : next(id, filling.submission(), section, action, fields);
        });
  }

  private String handIn(UUID id, Submission saved, SignedIn who) {
    List<Question> missing = forms.handIn(id, saved.entry().id(), who);
    if (missing.isEmpty()) {
      return at(id, saved.entry().id());
    }
    String section =
        saved.definition().sections().stream()
            .filter(one -> one.questions().contains(missing.get(0)))
            .findFirst()
            .orElseThrow()
            .id();
    return at(id, saved.entry().id()) + "/" + section + "?missing=true";
  }

  private static String next(
      UUID id, Submission saved, String section, String action, Map<String, List<String>> fields) {
    if (action.equals("leave")) {
      return "/protect/cases/" + id + "/forms";
    }
    String at = at(id, saved.entry().id()) + "/";
    Visibility visibility = new Visibility(saved.definition(), saved.answers());
    List<String> way = visibility.sections().stream().map(Section::id).toList();
    int here = Math.max(way.indexOf(section), 0);
    if (action.equals("back")) {
      return at + way.get(Math.max(here - 1, 0));
    }
    if (action.startsWith("go-") && way.contains(action.substring(3))) {
      return at + action.substring(3);
    }
    List<String> shown = fields.getOrDefault("shown", List.of());
    boolean opened =
        visibility.questions(visibility.sections().get(here)).stream()
            .anyMatch(
                question ->
                    !shown.contains(question.id()) && saved.answers().of(question.id()).isEmpty());
    return opened ? at + section + "?more=true" : at + way.get(Math.min(here + 1, way.size() - 1));
  }

  private static boolean said(Act act, String field) {
    return act.form().shown(field).equals("true");
  }

  /** The section after the last one with an answer. */
  private static String goOn(Submission draft) {
    Visibility visibility = new Visibility(draft.definition(), draft.answers());
    List<Section> way = visibility.sections();
    int reached = 0;
    for (int i = 0; i < way.size(); i++) {
      if (begun(draft, way.get(i))) {
        reached = Math.min(i + 1, way.size() - 1);
      }
    }
    return way.get(reached).id();
  }

  private static boolean begun(Submission draft, Section section) {
    return section.questions().stream()
        .anyMatch(question -> draft.answers().of(question.id()).isPresent());
  }

  private FormPage view(
      UUID id,
      Submission draft,
      String section,
      @Nullable Typed typed,
      List<Question> missing,
      boolean more,
      Act act) {
    FormDefinition form = draft.definition();
    List<Section> way = new Visibility(form, draft.answers()).sections();
    Section here =
        way.stream().filter(one -> one.id().equals(section)).findFirst().orElseThrow(NotFound::new);
    Set<String> begun = new HashSet<>();
    way.stream().filter(one -> begun(draft, one)).forEach(one -> begun.add(one.id()));
    Case file = cases.find(id, act.who());
    Answers answers =
        typed == null
            ? known.over(draft.answers(), form, here, file, act.page().moments().today(), act.who())
            : draft.answers();
    return new FormPage(
        file,
        new CaseWords(options, act.language()),
        FormFacts.of(form, act.page()),
        draft.entry(),
        FormPages.section(act.page(), form, here, answers, typed, missing),
        way.indexOf(here) + 1,
        way.stream()
            .map(one -> new FormPage.Stop(one.id(), one.title().in(act.language())))
            .toList(),
        begun,
        more,
        !answers.equals(draft.answers()));
  }

  private static String at(UUID id, UUID form) {
    return "/protect/cases/" + id + "/forms/" + form;
  }
}
