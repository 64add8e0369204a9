package org.passerelle.protect.sharing.handover.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Stage;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to begin, follow and close a hand-over to another country. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT})
class CrossBorderController {
  private static final String NEW = "/protect/cases/{id}/handovers";
  private static final String ONE = "/protect/handovers/{id}";
  private final CrossBorderHandOvers handOvers;
  private final Cases cases;
  private final HandOverForms forms;
  private final HandOverPages pages;
  private final CodeOptions options;
  private final Clock clock;

  CrossBorderController(
      CrossBorderHandOvers handOvers,
      Cases cases,
      HandOverForms forms,
      HandOverPages pages,
      CodeOptions options,
      Clock clock) {
    this.handOvers = handOvers;
    this.cases = cases;
    this.forms = forms;
    this.pages = pages;
    this.options = options;
    this.clock = clock;
  }

  @GetMapping(NEW)
  String ofCase(@PathVariable UUID id, Act act) {
    Case file = cases.read(id, act.who());
    act.with("file", file);
    return pages.list("case", handOvers.ofCase(id, act.who()), false, Set.of(), act);
  }

  @GetMapping(NEW + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(
        Map.of(
            "answer",
            act.page().moments().today().plusDays(14).toString(),
            "within",
            "day",
            "acknowledge",
            HandOverForms.PROPOSED,
            "purpose",
            "protection_and_placement"));
    return begin(cases.find(id, act.who()), act);
  }

  @PostMapping(NEW)
  String begin(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    List<Option> open = forms.options(forms.recipients(file, act), true, act);
    CrossBorderHandOvers.Draft draft = forms.begun(open, clock.instant(), act);
    return act.refusalsAt("recipient")
        .submit(
            () -> begin(file, act),
            () -> "/protect/referrals/" + handOvers.begin(id, draft, act.who()) + "/content");
  }

  private String begin(Case file, Act act) {
    Map<Organisation, Optional<String>> recipients = forms.recipients(file, act);
    act.with("file", file);
    act.with("open", forms.options(recipients, true, act));
    act.with("shut", forms.options(recipients, false, act));
    act.with("words", pages.words(act));
    act.with(
        "elsewhere",
        handOvers.ofCase(file.id(), act.who()).stream().anyMatch(h -> h.sends() && h.open()));
    return act.show("protect/handover/new");
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    HandOver found = handOvers.find(id, act.who());
    return found.stands().equals("draft")
        ? "redirect:/protect/referrals/" + id + "/content"
        : pages.one("one", found, null, act);
  }

  @GetMapping(ONE + "/{stage}")
  String stage(@PathVariable UUID id, @PathVariable String stage, Act act) {
    return pages.one(
        "stage", handOvers.find(id, act.who()), Stage.of(stage).orElseThrow(NotFound::new), act);
  }

  @GetMapping(ONE + "/steps/{step}")
  String step(@PathVariable UUID id, @PathVariable String step, Act act) {
    Step one = Step.of(step).orElseThrow(NotFound::new);
    return pages.step(handOvers.find(id, act.who()), one, act);
  }

  @PostMapping(ONE + "/steps/{step}")
  String record(@PathVariable UUID id, @PathVariable String step, Act act) {
    Step one = Step.of(step).orElseThrow(NotFound::new);
    HandOver found = handOvers.find(id, act.who());
    RecordedStep.Draft draft = forms.step(one, act);
    return act.refusalsAt(HandOverForms.first(one))
        .submit(
            () -> pages.step(found, one, act),
            () -> {
              handOvers.record(id, draft, act.who());
              act.notice("good", "handover.recorded");
              return "/protect/handovers/" + id + "/" + one.stage().code();
            });
  }

  @PostMapping(ONE + "/acknowledge")
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String acknowledge(@PathVariable UUID id, Act act) {
    HandOver found = handOvers.find(id, act.who());
    String contact = act.form().neededText("contact", Filled.SHORT);
    return act.refusalsAt("contact")
        .submit(
            () -> pages.one("one", found, null, act),
            () -> {
              handOvers.acknowledge(id, contact, act.who());
              act.notice("good", "handover.in-hand");
              return "/protect/handovers/" + id;
            });
  }

  @PostMapping(ONE + "/close")
  String close(@PathVariable UUID id, Act act) {
    HandOver found = handOvers.find(id, act.who());
    String outcome = act.form().neededCode("outcome", options.codes("hand_over_outcomes"));
    return act.refusalsAt("outcome")
        .submit(
            () -> pages.one("one", found, null, act),
            () -> {
              handOvers.close(id, outcome, act.who());
              act.notice("good", "handover.closed-now");
              return "/protect/handovers/" + id;
            });
  }
}
