package org.passerelle.steer.letter.web;

import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Proof;
import org.passerelle.steer.letter.Terms;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Shows a block as it is being written, as page and on paper, and how an issue ends; nothing is
 * stored.
 */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class LetterProofs {
  private final Register register;
  private final Sources sources;
  private final PaperFit fit;

  LetterProofs(Register register, Sources sources, PaperFit fit) {
    this.register = register;
    this.sources = sources;
    this.fit = fit;
  }

  @PostMapping("/steer/letters/{number}/blocks/{block}/proof")
  String proof(@PathVariable int number, @PathVariable String block, Act act) {
    Facts facts = register.facts();
    Entry letter = Composer.issue(facts, number).orElseThrow(NotFound::new);
    Entry stored =
        facts
            .find("letter-block", block)
            .filter(b -> b.text("letter").equals(letter.id()))
            .orElseThrow(NotFound::new);
    // what cannot be read yet, such as half a year, is left out until it can
    return show(letter, typed(stored, BlockFields.content(stored, act.form(), facts)), facts, act);
  }

  /** The block whose texts are being written among those of the whole issue. */
  @PostMapping("/steer/letters/{number}/texts/proof")
  String ofTexts(@PathVariable int number, Act act) {
    Facts facts = register.facts();
    Entry letter = Composer.issue(facts, number).orElseThrow(NotFound::new);
    String id = act.form().shown("_block");
    List<Entry> entries = TextsPage.entries(facts, letter);
    Entry stored =
        entries.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    Entry typed = typed(stored, LetterTexts.content(stored, act.form(), facts));
    if (stored != letter) {
      return show(letter, typed, facts, act);
    }
    // the texts of the issue itself stand on its cover
    Entry cover = entries.stream().skip(1).findFirst().orElseThrow(NotFound::new);
    return show(typed, cover, facts, act);
  }

  /** How the last page of each edition is filled, for whoever is about to ask for the release. */
  @GetMapping("/steer/letters/{number}/paper")
  String paper(@PathVariable int number, Act act) {
    Facts facts = register.facts();
    Entry letter =
        Composer.issue(facts, number)
            .filter(one -> !Composer.blocks(facts, one).isEmpty())
            .orElseThrow(NotFound::new);
    return act.with("number", number).show("steer/letter/paper", fit.of(letter));
  }

  private static Entry typed(Entry stored, Map<String, Object> content) {
    return new Entry(stored.kind(), stored.id(), stored.revision(), content);
  }

  private String show(Entry letter, Entry block, Facts facts, Act act) {
    String tag = act.form().shown("_proof");
    if (!Composer.LANGUAGES.contains(tag)) {
      throw new NotFound();
    }
    Language language = new Language(tag);
    boolean paper = act.form().shown("_look").equals("paper");
    return act.show(
        "steer/letter/proof-part",
        paper
            ? new ProofPage(
                tag,
                new Terms.Page("", List.of()),
                Proof.sheets(facts, sources, letter, block, language))
            : new ProofPage(tag, Proof.page(facts, sources, letter, block, language), List.of()));
  }
}
