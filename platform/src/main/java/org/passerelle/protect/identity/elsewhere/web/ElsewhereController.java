package org.passerelle.protect.identity.elsewhere.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of a case for questions whether its person is known elsewhere, and for its findability. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class ElsewhereController {
  private static final Role[] ASK = {Role.FOCAL_POINT, Role.SUPERVISOR};

  /** Purpose of tracing a family member. */
  private static final String TRACING = "family_tracing";

  private static final Role[] OPEN = {Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT};
  private final Cases cases;
  private final Findability findability;
  private final Questions questions;
  private final Addressees organisations;
  private final Relations relations;
  private final CodeOptions options;

  ElsewhereController(
      Cases cases,
      Findability findability,
      Questions questions,
      Addressees organisations,
      Relations relations,
      CodeOptions options) {
    this.cases = cases;
    this.findability = findability;
    this.questions = questions;
    this.organisations = organisations;
    this.relations = relations;
    this.options = options;
  }

  @GetMapping("/elsewhere")
  String elsewhere(@PathVariable UUID id, Act act) {
    return show("case", cases.read(id, act.who()), act.form(Map.of()), act);
  }

  @PostMapping("/findable")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT})
  String findable(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    List<UUID> by = chosen("by", file, act);
    return act.refusalsAt("by")
        .submit(
            () -> show("case", file, act.form(), act),
            () -> {
              findability.set(id, by, act.who());
              act.notice("good", "elsewhere.findable.saved", by.size());
              return "/protect/cases/" + id + "/elsewhere";
            });
  }

  @GetMapping("/elsewhere/ask")
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String blank(@PathVariable UUID id, @RequestParam Optional<UUID> about, Act act) {
    return show(
        "ask",
        cases.find(id, act.who()),
        act.form(
            Filled.with(
                Map.of(
                    "purpose",
                    about.isPresent() ? TRACING : "matching",
                    "how",
                    "once",
                    "about",
                    about.map(UUID::toString).orElse("")))),
        act);
  }

  @PostMapping("/elsewhere/ask")
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String ask(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    Filled form = act.form();
    List<UUID> partners = chosen("partners", file, act);
    if (partners.isEmpty()) {
      form.errors().add("partners", "elsewhere.refused.nobody");
    }
    UUID sought = form.id("about").orElse(null);
    boolean watch = form.neededCode("how", Set.of("once", "watch")).equals("watch");
    Questions.Draft draft =
        new Questions.Draft(
            partners,
            sought == null
                ? form.neededCode("purpose", options.codes("consent_purposes"))
                : TRACING,
            basis(form, options),
            watch
                ? form.neededDay(
                    "until",
                    act.page().moments().today().plusYears(1),
                    act.page().moments().today())
                : null,
            sought);
    if (questions.of(id, act.who()).stream()
        .anyMatch(q -> partners.stream().anyMatch(p -> q.isAlike(p, sought)))) {
      form.errors().add("partners", "elsewhere.refused.asked");
    }
    List<OfferedBases> barred = barred(file, draft, form);
    return act.refusalsAt("partners")
        .submit(
            () -> {
              act.with("barred", OfferedBases.together(barred));
              return show("ask", file, form, act);
            },
            () -> {
              questions.ask(id, draft, act.who());
              act.notice("good", "elsewhere.asked", partners.size());
              return "/protect/cases/" + id + "/elsewhere";
            });
  }

  /** Partners for whom the stated basis is not valid; the reasons are recorded in the form. */
  private List<OfferedBases> barred(Case file, Questions.Draft draft, Filled form) {
    if (draft.partners().isEmpty() || draft.basis().kind().isEmpty() || draft.purpose().isEmpty()) {
      return List.of();
    }
    List<OfferedBases> barred =
        draft.partners().stream()
            .map(partner -> questions.offered(file, draft.sought(), partner, draft.purpose()))
            .filter(offered -> offered.against(draft.basis()).isPresent())
            .toList();
    if (!barred.isEmpty()) {
      // if only the transfer instrument is missing, the fault is shown at that field
      boolean transfer =
          barred.stream().allMatch(offered -> offered.against(draft.basis().kind()).isEmpty());
      form.errors()
          .add(
              transfer ? "transfer" : "kind",
              transfer ? "elsewhere.refused.transfer" : "elsewhere.refused.basis",
              barred.size());
    }
    return barred;
  }

  /** The basis stated in a form. */
  static StatedBasis.Choice basis(Filled form, CodeOptions options) {
    String kind = form.neededCode("kind", kinds(options));
    String reason = form.text("reason", 4_000);
    if (reason.isEmpty() && !kind.equals("consent") && !kind.isEmpty()) {
      form.errors().add("reason", "form.error.required");
    }
    String transfer = form.code("transfer", options.codes("transfer_instruments"));
    return new StatedBasis.Choice(kind, reason, transfer.isEmpty() ? null : transfer);
  }

  private static Set<String> kinds(CodeOptions options) {
    Set<String> kinds = options.codes("legal_basis_kinds").stream().collect(Collectors.toSet());
    kinds.add("consent");
    return kinds;
  }

  @PostMapping("/elsewhere/{question}/end")
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String end(@PathVariable UUID id, @PathVariable UUID question, Act act) {
    return act.once(
        () -> {
          questions.end(id, question, act.who());
          act.notice("good", "elsewhere.ended");
          return "/protect/cases/" + id + "/elsewhere";
        });
  }

  private List<UUID> chosen(String field, Case file, Act act) {
    Set<String> known =
        findability.partners(file).keySet().stream()
            .map(o -> o.id().toString())
            .collect(Collectors.toSet());
    return act.form().codes(field, known).stream().map(UUID::fromString).toList();
  }

  private String show(String template, Case file, Filled form, Act act) {
    List<Option> open = new ArrayList<>();
    List<Option> shut = new ArrayList<>();
    for (Map.Entry<Organisation, Optional<Objection>> one : findability.partners(file).entrySet()) {
      // by country, so that a focal point finds their counterpart among many
      String name = one.getKey().country() + " · " + one.getKey().name().in(act.language());
      one.getValue()
          .ifPresentOrElse(
              o -> shut.add(new Option(act.text(o.key(), o.arguments().toArray()), name)),
              () -> open.add(new Option(one.getKey().id().toString(), name)));
    }
    open.sort(Option.byLabel(act.language()));
    shut.sort(Option.byLabel(act.language()));
    act.with(
        "view",
        new ElsewherePage(
            file,
            open,
            shut,
            findability.of(file.id(), act.who()).stream().map(UUID::toString).toList(),
            questions.of(file.id(), act.who()),
            organisations.names(act.language()),
            relations.around(file),
            act.who().is(ASK),
            act.who().is(OPEN),
            form,
            act.page().moments().today(),
            new CaseWords(options, act.language())));
    return "protect/elsewhere/" + template;
  }
}
