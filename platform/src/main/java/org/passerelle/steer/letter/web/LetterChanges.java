package org.passerelle.steer.letter.web;

import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Edits the blocks of an issue: their texts and order; adds and removes blocks. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/blocks")
class LetterChanges {
  private final Register register;
  private final CountryNames countries;
  private final Blocks blocks;
  private final SourceChanges changes;

  LetterChanges(Register register, CountryNames countries, Blocks blocks, SourceChanges changes) {
    this.register = register;
    this.countries = countries;
    this.blocks = blocks;
    this.changes = changes;
  }

  @PostMapping
  String add(@PathVariable int number, Act act) {
    String chosen = act.form().shown("type");
    boolean empty = BlockFields.blocks().field("type").orElseThrow().codes().containsKey(chosen);
    return act.once(
        () -> {
          Entry added =
              empty
                  ? blocks.add(letter(number), chosen, act.who())
                  : blocks.addLike(ofOther(number, chosen), letter(number), act.who());
          return at(number) + "/blocks/" + added.id();
        });
  }

  /** A block of another issue, which serves as a template. */
  private Entry ofOther(int number, String id) {
    Entry letter = letter(number);
    return register
        .facts()
        .find("letter-block", id)
        .filter(b -> !b.text("letter").equals(letter.id()))
        .orElseThrow(NotFound::new);
  }

  @GetMapping("/{block}")
  String edit(@PathVariable int number, @PathVariable String block, Act act) {
    act.form(BlockFields.stored(block(number, block), act.page().moments()));
    return show(number, block, "", act);
  }

  @PostMapping("/{block}")
  String change(@PathVariable int number, @PathVariable String block, Act act) {
    Entry entry = block(number, block);
    Filled form = act.form();
    String more = form.text("_more", 60);
    if (!more.isEmpty()) {
      return act.more(() -> show(number, block, more, act));
    }
    var content = BlockFields.content(entry, form, register.facts());
    return act.submit(
        () -> show(number, block, "", act),
        () -> {
          register.save(
              act.who(), entry.kind(), block, form.version(), content, form.text("_reason", 500));
          act.notice("good", "letters.block.saved");
          return at(number) + "#" + block;
        },
        () -> BlockFields.stored(block(number, block), act.page().moments()));
  }

  /** By one place, or, if it was dragged, in front of another block. */
  @PostMapping("/{block}/move")
  String move(@PathVariable int number, @PathVariable String block, Act act) {
    String to = act.form().shown("to");
    String before = act.form().shown("before");
    return act.once(
        () -> {
          if (to.isEmpty()) {
            blocks.put(letter(number), block(number, block), before, act.who());
          } else {
            blocks.move(letter(number), block(number, block), to.equals("up"), act.who());
          }
          return at(number) + "#" + block;
        });
  }

  @PostMapping("/{block}/remove")
  String remove(@PathVariable int number, @PathVariable String block, Act act) {
    return act.once(
        () -> {
          register.retire(
              act.who(),
              block(number, block),
              act.form().version(),
              act.form().text("_reason", 500));
          act.notice("good", "letters.block.removed");
          return at(number);
        });
  }

  private String show(int number, String block, String more, Act act) {
    Entry entry = block(number, block);
    String type = entry.text("type");
    Facts facts = register.facts();
    // its preview holds pictures within
    act.policy(LetterArchive.PICTURES_WITHIN);
    return act.with("number", number)
        .with("pictured", BlockFields.mayHavePicture(type))
        .with("picture", facts.ref(entry, "picture").map(List::of).orElse(List.of()))
        .with("changes", changes.of(entry))
        .show(
            "steer/letter/block",
            new EntryFormPage(
                BlockFields.of(type), entry, act.form(), facts, countries, act.language(), more));
  }

  private Entry letter(int number) {
    return Composer.issue(register.facts(), number).orElseThrow(NotFound::new);
  }

  private Entry block(int number, String id) {
    Entry letter = letter(number);
    return register
        .facts()
        .find("letter-block", id)
        .filter(b -> b.text("letter").equals(letter.id()))
        .orElseThrow(NotFound::new);
  }

  static String at(int number) {
    return "/steer/letters/" + number;
  }
}
