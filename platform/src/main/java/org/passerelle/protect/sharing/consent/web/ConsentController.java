package org.passerelle.protect.sharing.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of the consents, legal bases and disclosures of a case. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class ConsentController {
  static final int LONGEST_YEARS = 2;
  private final Cases cases;
  private final Consents consents;
  private final LegalGrounds grounds;
  private final Disclosures disclosures;
  private final DisclosureRules rules;
  private final ConsentGivers givers;
  private final Addressees organisations;
  private final CodeOptions options;

  ConsentController(
      Cases cases,
      Consents consents,
      LegalGrounds grounds,
      Disclosures disclosures,
      DisclosureRules rules,
      ConsentGivers givers,
      Addressees organisations,
      CodeOptions options) {
    this.cases = cases;
    this.consents = consents;
    this.grounds = grounds;
    this.disclosures = disclosures;
    this.rules = rules;
    this.givers = givers;
    this.organisations = organisations;
    this.options = options;
  }

  @GetMapping("/consents")
  String consents(@PathVariable UUID id, Act act) {
    return show("protect/consent/list", cases.read(id, act.who()), Filled.with(Map.of()), act);
  }

  @GetMapping("/consents/new")
  String blank(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    LocalDate today = act.page().moments().today();
    List<String> spoken = file.person().languages();
    Filled form =
        Filled.with(
            Map.of(
                "referral",
                draft(act),
                "question",
                act.asked().id("question").map(UUID::toString).orElse(""),
                "explained_in",
                spoken.size() == 1 ? spoken.get(0) : "",
                "recipient",
                act.asked().shown("recipient"),
                "purpose",
                act.asked().shown("purpose"),
                "given",
                "yes",
                "capacity",
                file.minor() ? "child_with_guardian" : "adult",
                "from",
                today.toString(),
                "until",
                today.plusMonths(6).toString()));
    return show("protect/consent/new", file, form, act);
  }

  @PostMapping("/consents")
  String record(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Case file = cases.find(id, act.who());
    ConsentDraft draft =
        new ConsentDraft(
            form.shown("given").equals("yes"),
            form.neededCode("purpose", options.codes("consent_purposes")),
            recipient(form, act.who()),
            Set.copyOf(categories(form)),
            form.neededCode("capacity", options.codes("capacities")),
            givers.chosen(form, file),
            form.neededCode("explained_in", options.codes("languages")),
            form.ticked("onward"),
            transfer(form),
            form.neededDay("from", today, today),
            form.neededDay("until", today.plusYears(LONGEST_YEARS), today),
            form.text("note", 2_000));
    if (draft.given() && form.errors().isEmpty()) {
      rules
          .againstGiver(file, draft.capacity(), draft.givenBy())
          .ifPresent(o -> form.errors().add("capacity", o.key(), o.arguments().toArray()));
      rules
          .againstTransfer(file, draft.recipient(), draft.transfer())
          .ifPresent(o -> form.errors().add("transfer", o.key(), o.arguments().toArray()));
    }
    return act.submit(
        () -> show("protect/consent/new", file, form, act),
        () -> {
          return then(id, consents.record(id, draft, act.who()), form);
        });
  }

  @PostMapping("/consents/{consent}/withdraw")
  String withdraw(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    return act.once(
        () -> {
          consents.withdraw(id, consent, act.who());
          return "/protect/cases/" + id + "/consents";
        });
  }

  @GetMapping("/grounds/new")
  String blankGround(@PathVariable UUID id, Act act) {
    Filled form =
        Filled.with(
            Map.of(
                "referral",
                draft(act),
                "recipient",
                act.asked().shown("recipient"),
                "purpose",
                act.asked().shown("purpose")));
    return show("protect/consent/ground", cases.find(id, act.who()), form, act);
  }

  @PostMapping("/grounds")
  String ground(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    String instrument = form.text("instrument", 60);
    LegalGround.Draft draft =
        new LegalGround.Draft(
            form.neededCode("kind", options.codes("legal_basis_kinds")),
            form.neededCode("purpose", options.codes("consent_purposes")),
            recipient(form, act.who()),
            instrument.isEmpty() ? null : instrument,
            transfer(form),
            form.neededText("reason", 4_000),
            Set.copyOf(categories(form)));
    if (form.errors().isEmpty()) {
      rules
          .againstGround(file, draft.recipient(), draft.purpose(), draft.kind(), draft.instrument())
          .ifPresent(o -> form.errors().add("instrument", o.key(), o.arguments().toArray()));
      rules
          .againstTransfer(file, draft.recipient(), draft.transfer())
          .ifPresent(o -> form.errors().add("transfer", o.key(), o.arguments().toArray()));
    }
    return act.submit(
        () -> show("protect/consent/ground", file, form, act),
        () -> {
          return then(id, grounds.record(id, draft, act.who()), form);
        });
  }

  /** The draft of a referral for which the user records a basis, or empty. */
  private static String draft(Act act) {
    return act.asked().id("referral").map(UUID::toString).orElse("");
  }

  /**
   * Returns to the draft for which the basis was recorded, with the basis selected; otherwise to
   * the consents of the case.
   */
  private static String then(UUID id, UUID basis, Filled form) {
    return form.id("referral")
        .map(draft -> "/protect/referrals/" + draft + "/content?basis=" + basis)
        .or(() -> form.id("question").map(sought -> question(id, sought)))
        .orElse("/protect/cases/" + id + "/consents");
  }

  /**
   * Returns to the question whether the person is known; its input was saved.
   *
   * @param sought subject of the question: the case itself, or a person around it
   */
  private static String question(UUID id, UUID sought) {
    String at = "/protect/cases/" + id + "/elsewhere/ask";
    return sought.equals(id) ? at : at + "?about=" + sought;
  }

  private UUID recipient(Filled form, SignedIn who) {
    Optional<Organisation> found =
        organisations.open().stream()
            .filter(o -> !o.id().equals(who.organisation()))
            .filter(o -> o.id().toString().equals(form.shown("recipient")))
            .findFirst();
    if (found.isEmpty()) {
      form.errors().add("recipient", "form.error.required");
    }
    return found.map(Organisation::id).orElse(who.organisation());
  }

  private List<String> categories(Filled form) {
    List<String> chosen = form.codes("categories", options.codes("data_categories"));
    if (chosen.isEmpty()) {
      form.errors().add("categories", "form.error.required");
    }
    return chosen;
  }

  private @org.jspecify.annotations.Nullable String transfer(Filled form) {
    String code = form.code("transfer", options.codes("transfer_instruments"));
    return code.isEmpty() ? null : code;
  }

  private String show(String template, Case file, Filled form, Act act) {
    Map<UUID, String> names = organisations.names(act.language());
    List<Option> recipients =
        organisations.open().stream()
            .filter(o -> !o.id().equals(act.who().organisation()))
            .map(o -> new Option(o.id().toString(), o.name().in(act.language())))
            .sorted(Option.byLabel(act.language()))
            .toList();
    LegalBases.Answer instruments = instruments(file, form);
    act.with(
        "view",
        new ConsentPage(
            file,
            consents.of(file.id(), act.who()),
            grounds.of(file.id(), act.who()),
            disclosures.of(file.id()),
            givers.choices(file, act),
            givers.reviewed(file),
            givers.held(file),
            givers.signed(file, act.who()),
            names,
            recipients,
            instruments,
            form,
            act.page().moments().today(),
            new CaseWords(options, act.language())));
    return template;
  }

  private LegalBases.Answer instruments(Case file, Filled form) {
    return organisations.open().stream()
        .filter(o -> o.id().toString().equals(form.shown("recipient")))
        .findFirst()
        .map(o -> rules.instruments(file, o.id(), form.shown("purpose")))
        .orElse(new LegalBases.Answer(List.of(), List.of()));
  }
}
