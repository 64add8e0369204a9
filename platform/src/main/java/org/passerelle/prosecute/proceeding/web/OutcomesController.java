package org.passerelle.prosecute.proceeding.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.Amounts;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.proceeding.Proceeding;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.prosecute.proceeding.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a court decided on a charge, appeals against it, and the sentence. */
@Controller
@Investigators
class OutcomesController {
  private static final String ALL = ProceedingsController.ONE + "/outcomes";
  private static final String ONE = ALL + "/{outcome}";
  private final Proceedings proceedings;
  private final Outcomes outcomes;
  private final Sentences sentences;
  private final ChargeNames names;
  private final InvestigationPages pages;
  private final CodeOptions options;

  OutcomesController(
      Proceedings proceedings,
      Outcomes outcomes,
      Sentences sentences,
      ChargeNames names,
      InvestigationPages pages,
      CodeOptions options) {
    this.proceedings = proceedings;
    this.outcomes = outcomes;
    this.sentences = sentences;
    this.names = names;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String entry(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    act.form(Map.of());
    return form(id, proceeding, act);
  }

  private String form(UUID id, UUID proceeding, Act act) {
    Proceeding one = proceedings.find(id, proceeding, act.who());
    return act.with("head", pages.head(id, "proceedings", act))
        .with("proceeding", one)
        .with("charges", names.options(one.charges(), names.of(id, act)))
        .show("prosecute/proceeding/decide");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.outcome-decided")
  @Allowed(Role.PROSECUTOR)
  String decide(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Proceeding one = proceedings.find(id, proceeding, act.who());
    String charge = form.neededCode("charge", names.options(one.charges(), names.of(id, act)));
    Outcome.Draft draft =
        new Outcome.Draft(
            charge.isEmpty() ? id : UUID.fromString(charge),
            form.neededCode("kind", Set.copyOf(Outcome.KINDS)),
            form.neededDay("on", today, today),
            form.day("until", today.plusYears(2)).orElse(null),
            form.text("reasons", Filled.LONG));
    return act.submit(
        () -> form(id, proceeding, act),
        () -> at(id, proceeding, outcomes.decide(id, proceeding, draft, act.who())));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    act.form(Map.of("currency", "EUR"));
    return page(id, proceeding, act);
  }

  private String page(UUID id, UUID proceeding, Act act) {
    return act.with("head", pages.head(id, "proceedings", act))
        .with("proceeding", proceedings.find(id, proceeding, act.who()))
        .with("outcome", outcomes.find(id, proceeding, act.partId("outcome"), act.who()))
        .with("called", names.of(id, act))
        .show("prosecute/proceeding/outcome");
  }

  @PostMapping(ONE + "/final")
  @Confirmed("prosecute.done.outcome-final")
  @Allowed(Role.PROSECUTOR)
  String makeFinal(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID outcome = act.partId("outcome");
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("final", today, today);
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding, outcome),
        () -> outcomes.makeFinal(id, proceeding, outcome, on, act.who()));
  }

  @PostMapping(ONE + "/appeals")
  @Confirmed("prosecute.done.appeal-entered")
  String appeal(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID outcome = act.partId("outcome");
    LocalDate today = act.page().moments().today();
    String party = act.form().neededCode("party", Set.copyOf(Outcome.PARTIES));
    LocalDate on = act.form().neededDay("appealed", today, today);
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding, outcome),
        () -> outcomes.appeal(id, proceeding, outcome, party, on, act.who()));
  }

  @PostMapping(ONE + "/appeals/{appeal}/withdraw")
  @Confirmed("prosecute.done.appeal-withdrawn")
  String withdraw(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID outcome = act.partId("outcome");
    return act.once(
        at(id, proceeding, outcome),
        () -> outcomes.withdrawAppeal(id, proceeding, outcome, act.partId("appeal"), act.who()));
  }

  @PostMapping(ONE + "/sentences")
  @Confirmed("prosecute.done.entered")
  @Allowed(Role.PROSECUTOR)
  String sentence(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID outcome = act.partId("outcome");
    Filled form = act.form();
    Outcome.SentenceDraft draft =
        new Outcome.SentenceDraft(
            form.neededCode("sentence", Set.copyOf(Outcome.SENTENCES)),
            form.number("months", 1, 1200).orElse(null),
            Amounts.read("amount", act),
            form.neededCode("currency", options.codes("currencies")),
            form.text("note", 500));
    return act.submit(
        () -> page(id, proceeding, act),
        at(id, proceeding, outcome),
        () -> sentences.enter(id, proceeding, outcome, draft, act.who()));
  }

  @PostMapping(ONE + "/sentences/{sentence}/strike")
  @Confirmed("prosecute.done.struck")
  @Allowed(Role.PROSECUTOR)
  String strike(@PathVariable UUID id, @PathVariable UUID proceeding, Act act) {
    UUID outcome = act.partId("outcome");
    return act.once(
        at(id, proceeding, outcome),
        () -> sentences.strike(id, proceeding, outcome, act.partId("sentence"), act.who()));
  }

  private static String at(UUID id, UUID proceeding, UUID outcome) {
    return ProceedingsController.at(id, proceeding) + "/outcomes/" + outcome;
  }
}
