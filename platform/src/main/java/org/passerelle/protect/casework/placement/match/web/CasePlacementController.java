package org.passerelle.protect.casework.placement.match.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Ties;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages for the team of a case to request a place, and to see whether the person is safe. */
@Controller
@Caseworkers
class CasePlacementController {
  private static final String AT = "/protect/cases/{id}/placement";
  private final Waiting waiting;
  private final Stays stays;
  private final Ties ties;
  private final Zones zones;
  private final Cases cases;
  private final CodeOptions options;

  CasePlacementController(
      Waiting waiting, Stays stays, Ties ties, Zones zones, Cases cases, CodeOptions options) {
    this.waiting = waiting;
    this.stays = stays;
    this.ties = ties;
    this.zones = zones;
    this.cases = cases;
    this.options = options;
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/placement";
  }

  private String page(UUID id, String template, Act act) {
    return act.show(
        "protect/placement/match/" + template,
        new CasePlacementPage(
            cases.find(id, act.who()),
            waiting.ofCase(id, act.who()).orElse(null),
            stays.ofCase(id, act.who()),
            ties.of(id, act.who()),
            zones.count(id, act.who()),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @GetMapping(AT)
  String one(@PathVariable UUID id, Act act) {
    return page(id, "case", act);
  }

  @GetMapping(AT + "/ask")
  String blank(@PathVariable UUID id, Act act) {
    Optional<PlacementRequest> wait = waiting.ofCase(id, act.who());
    act.form(
        wait.map(w -> PlacementRequestForm.stored(w.urgency(), w.wish(), options))
            .orElseGet(
                () -> PlacementRequestForm.stored(-1, waiting.proposed(id, act.who()), options)));
    return page(id, "ask", act);
  }

  @PostMapping(AT + "/ask")
  String ask(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    int urgency = PlacementRequestForm.urgency(form);
    PlacementRequest.Wish wish = PlacementRequestForm.read(form, options);
    return act.submit(
        () -> page(id, "ask", act),
        () -> {
          waiting.ask(id, urgency, wish, act.who());
          act.notice("good", "match.asked");
          return at(id);
        });
  }

  @PostMapping(AT + "/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    return act.once(
        at(id),
        () -> {
          waiting.withdraw(id, act.who());
          act.notice("good", "match.withdrawn");
        });
  }

  @PostMapping(AT + "/ties")
  String tie(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String code = form.neededText("code", 20);
    String kind = form.neededCode("kind", Set.of("together", "apart"));
    String reason = form.text("reason", 4000);
    return act.submit(
        () -> page(id, "case", act),
        () -> {
          ties.state(id, code, kind, reason, act.who());
          act.notice("good", "match.tie.stated");
          return at(id);
        });
  }

  @PostMapping(AT + "/ties/{tie}/end")
  String untie(@PathVariable UUID id, @PathVariable UUID tie, Act act) {
    return act.once(at(id), () -> act.undoable(ties.end(id, tie, act.who()), "match.tie.ended"));
  }

  /** Shows placement as a part of a case. */
  @Configuration
  static class Part {
    @Bean
    CasePart partOfPlacement(Stays stays) {
      return new CasePart(
          CaseSide.CARE,
          15,
          "match.part",
          "placement",
          (file, who) -> stays.ofCase(file, who).size());
    }
  }
}
