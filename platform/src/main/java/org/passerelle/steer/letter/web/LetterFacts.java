package org.passerelle.steer.letter.web;

import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Cited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds facts of the register while somebody writes, so that they are cited and not retyped. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class LetterFacts {
  private static final int LONGEST = 100;
  private final Register register;
  private final FactSearch search = new FactSearch();

  LetterFacts(Register register) {
    this.register = register;
  }

  @GetMapping("/steer/letters/facts")
  String find(@RequestParam(defaultValue = "") String q, Act act) {
    Facts facts = register.facts();
    Language language = act.language();
    List<FoundFact> found =
        search.find(facts, q.substring(0, Math.min(q.length(), LONGEST)), language).stream()
            .map(entry -> found(entry, act))
            .toList();
    return act.show("steer/letter/facts", found);
  }

  private static FoundFact found(Entry entry, Act act) {
    String kind = entry.kind().one().in(act.language());
    String value =
        entry.kind().id().equals("figure")
            ? entry.decimal("value").map(act.page().moments()::decimal).orElse("")
            : "";
    return new FoundFact(
        Cited.reference(entry),
        entry.name().in(act.language()),
        value.isEmpty() ? kind : kind + ", " + value);
  }
}
