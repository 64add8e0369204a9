package org.passerelle.protect.identity.recognition.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.recognition.PossibleDuplicates;
import org.passerelle.protect.identity.recognition.RelatedCases;
import org.passerelle.protect.person.KnownPersons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Page of a case with other files that may be of the same person or belong together. */
@Controller
@Caseworkers
class OthersController {
  private final Cases cases;
  private final KnownPersons known;
  private final PossibleDuplicates pairs;
  private final RelatedCases together;
  private final CodeOptions options;

  OthersController(
      Cases cases,
      KnownPersons known,
      PossibleDuplicates pairs,
      RelatedCases together,
      CodeOptions options) {
    this.cases = cases;
    this.known = known;
    this.pairs = pairs;
    this.together = together;
    this.options = options;
  }

  @GetMapping("/protect/cases/{id}/others")
  String others(@PathVariable UUID id, Act act) {
    Case found = cases.read(id, act.who());
    UUID person = found.person().id();
    act.with(
        "view",
        new OthersPage(
            found,
            pairs.of(person, act.who()),
            pairs.hidden(person, act.who()),
            together.of(found, act.who()),
            known.complete(),
            new CaseWords(options, act.language())));
    return "protect/recognition/others";
  }

  /** The notice above a case links here with a form. */
  @PostMapping("/protect/cases/{id}/others")
  String look(@PathVariable UUID id, Act act) {
    cases.check(id, act.who());
    return "redirect:/protect/cases/" + id + "/others";
  }
}
