package org.passerelle.protect.sharing.consent.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.recording.Recordings;
import org.passerelle.protect.sharing.consent.told.Asked;
import org.passerelle.protect.sharing.consent.told.ConsentText;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The information given before a consent, to be read aloud and printed. */
@Controller
@RequestMapping("/protect/cases/{id}/consents")
@Caseworkers
class ConsentInformationController {
  private final Cases cases;
  private final Consents consents;
  private final Recordings recordings;
  private final Addressees organisations;
  private final CodeOptions options;

  ConsentInformationController(
      Cases cases,
      Consents consents,
      Recordings recordings,
      Addressees organisations,
      CodeOptions options) {
    this.cases = cases;
    this.consents = consents;
    this.recordings = recordings;
    this.organisations = organisations;
    this.options = options;
  }

  /**
   * Uses the current input of the form. A POST request, because the fields do not belong in a URL;
   * nothing is stored.
   */
  @PostMapping("/read")
  String read(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    LocalDate latest = act.page().moments().today().plusYears(ConsentController.LONGEST_YEARS);
    String wanted = form.shown("explained_in");
    ConsentText text = ConsentText.in(wanted, act.language());
    Language names = text.names(act.language());
    Asked asked =
        new Asked(
            name(act.who().organisation(), names),
            form.id("recipient").map(to -> name(to, names)).orElse(""),
            form.code("purpose", options.codes("consent_purposes")),
            Set.copyOf(form.codes("categories", options.codes("data_categories"))),
            form.day("until", latest).orElse(null),
            form.ticked("onward"));
    String spoken = Recordings.language(text);
    act.with(
        "spoken",
        recordings.all(act.who()).stream().anyMatch(r -> r.language().equals(spoken))
            ? spoken
            : "");
    return act.show(
        "protect/consent/read", new ToldPage(file, text, asked, wanted, "", form, words(act)));
  }

  /**
   * Printed copy for the person, in the text that the query names; if it names none, in the
   * language in which it was explained.
   */
  @GetMapping("/{consent}/print")
  String print(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    String in = act.asked().shown("in");
    Case file = cases.read(id, act.who());
    Consent found =
        consents.of(id, act.who()).stream()
            .filter(c -> c.id().equals(consent))
            .findFirst()
            .orElseThrow(NotFound::new);
    String wanted = in.isEmpty() ? found.explainedIn() : in;
    ConsentText text =
        in.isEmpty() ? ConsentText.in(wanted, act.language()) : ConsentText.exactly(in);
    Language names = text.names(act.language());
    Asked asked =
        new Asked(
            name(file.organisation(), names),
            name(found.recipient(), names),
            found.purpose(),
            found.categories(),
            found.until(),
            found.onward());
    act.with("consent", found);
    return act.show(
        "protect/consent/print",
        new ToldPage(
            file,
            text,
            asked,
            wanted,
            name(found.recipient(), act.language()),
            Filled.with(Map.of()),
            words(act)));
  }

  private String name(UUID organisation, Language language) {
    return organisations.names(language).getOrDefault(organisation, "…");
  }

  private CaseWords words(Act act) {
    return new CaseWords(options, act.language());
  }
}
