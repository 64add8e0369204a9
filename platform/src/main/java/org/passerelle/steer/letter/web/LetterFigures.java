package org.passerelle.steer.letter.web;

import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The figures of a block, drawn from a table of an approved release. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/blocks/{block}/figures")
class LetterFigures {
  private final Register register;
  private final DrawnFigures figures;

  LetterFigures(Register register, DrawnFigures figures) {
    this.register = register;
    this.figures = figures;
  }

  @GetMapping
  String choose(@PathVariable int number, @PathVariable String block, Act act) {
    Entry entry = block(number, block);
    List<Option> offered = figures.offered(act.page());
    return act.with("number", number)
        .with("form", act.form())
        .with("offered", offered)
        .show("steer/letter/figures-form", entry);
  }

  @PostMapping
  String draw(@PathVariable int number, @PathVariable String block, Act act) {
    Entry entry = block(number, block);
    String chosen = act.form().neededCode("table", figures.offered(act.page()));
    return act.refusalsAt("table")
        .submit(
            () -> choose(number, block, act),
            () -> {
              figures.draw(entry, chosen, act.page(), act.who());
              act.notice("good", "letters.drawn.done");
              return LetterChanges.at(number) + "/blocks/" + block;
            });
  }

  private Entry block(int number, String id) {
    Facts facts = register.facts();
    Entry letter = Composer.issue(facts, number).orElseThrow(NotFound::new);
    return facts
        .find("letter-block", id)
        .filter(b -> b.text("letter").equals(letter.id()))
        .filter(b -> b.text("type").equals("figures"))
        .orElseThrow(NotFound::new);
  }
}
