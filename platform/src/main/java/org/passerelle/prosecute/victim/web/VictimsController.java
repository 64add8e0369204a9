package org.passerelle.prosecute.victim.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Victims of an investigation, under numbers. */
@Controller
@Investigators
class VictimsController {
  private static final String HERE = InvestigationPages.HERE + "/{id}/victims";
  private final Victims victims;
  private final InvestigationPages pages;
  private final Organisations organisations;
  private final CodeOptions options;

  VictimsController(
      Victims victims, InvestigationPages pages, Organisations organisations, CodeOptions options) {
    this.victims = victims;
    this.pages = pages;
    this.organisations = organisations;
    this.options = options;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "victims", act))
        .with("victims", victims.of(id, act.who()))
        .with("offers", offers(id, act))
        .show("prosecute/victim/all");
  }

  private List<Option> offers(UUID id, Act act) {
    return victims.offered(id, act.who()).stream()
        .map(offer -> new Option(offer.basis().toString(), label(offer, act)))
        .toList();
  }

  private String label(ForInvestigation.Offer offer, Act act) {
    String organisation =
        organisations.find(offer.organisation()).map(o -> o.name().in(act.language())).orElse("…");
    return act.text(
        offer.suspects() ? "victim.offer.suspects" : "victim.offer", offer.code(), organisation);
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.victim-entered")
  String enter(@PathVariable UUID id, Act act) {
    String basis = act.form().neededCode("basis", offers(id, act));
    return act.submit(
        () -> page(id, act), at(id), () -> victims.enter(id, UUID.fromString(basis), act.who()));
  }

  @PostMapping(HERE + "/own")
  @Confirmed("prosecute.done.victim-entered")
  String enterOwn(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String minor = form.code("minor", Set.of("yes", "no"));
    String nationality = form.code("nationality", options.codes("countries"));
    Victim.Facts facts =
        new Victim.Facts(
            known(form.code("form", options.codes("forms_of_exploitation"))),
            known(form.code("country", options.codes("countries"))),
            minor.isEmpty() ? null : minor.equals("yes"),
            known(form.code("gender", options.codes("genders"))),
            nationality.isEmpty() ? List.of() : List.of(nationality),
            form.neededDay("since", today, today));
    return act.submit(() -> page(id, act), at(id), () -> victims.enterOwn(id, facts, act.who()));
  }

  private static @Nullable String known(String code) {
    return code.isEmpty() ? null : code;
  }

  @PostMapping(HERE + "/{victim}/end")
  @Confirmed("prosecute.done.victim-ended")
  String end(@PathVariable UUID id, @PathVariable UUID victim, Act act) {
    return act.once(at(id), () -> victims.end(id, victim, act.who()));
  }

  private static String at(UUID id) {
    return InvestigationPages.HERE + "/" + id + "/victims";
  }
}
