package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the blocks of an issue: their texts, their order, which there are. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/blocks")
class LetterChanges {
  private final Register register;
  private final CountryNames countries;
  private final OnceOnly once;
  private final Blocks blocks;

  LetterChanges(Register register, CountryNames countries, OnceOnly once, Blocks blocks) {
    this.register = register;
    this.countries = countries;
    this.once = once;
    this.blocks = blocks;
  }

  @PostMapping
  String add(
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String type =
        form.code("type", BlockFields.blocks().field("type").orElseThrow().codes().keySet());
    if (type.isEmpty()) {
      throw new NotFound();
    }
    return once.run(
        form.once(),
        who,
        () -> at(number) + "/blocks/" + blocks.add(letter(number), type, who).id());
  }

  @GetMapping("/{block}")
  String edit(
      @PathVariable int number,
      @PathVariable String block,
      @ModelAttribute("page") Page page,
      Model model) {
    Entry entry = block(number, block);
    return show(number, entry, BlockFields.stored(entry), page, model);
  }

  @PostMapping("/{block}")
  String change(
      @PathVariable int number,
      @PathVariable String block,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Entry entry = block(number, block);
    Filled form = Filled.of(sent);
    var content = BlockFields.content(entry, form, register.facts());
    if (!form.errors().isEmpty()) {
      return show(number, entry, form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          register.save(
              who, entry.kind(), block, form.version(), content, form.text("_reason", 500));
          Notices.leave(request, "good", page.text("letters.block.saved"));
          return at(number) + "#" + block;
        });
  }

  @PostMapping("/{block}/move")
  String move(
      @PathVariable int number,
      @PathVariable String block,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    boolean up = form.shown("to").equals("up");
    return once.run(
        form.once(),
        who,
        () -> {
          blocks.move(letter(number), block(number, block), up, who);
          return at(number) + "#" + block;
        });
  }

  @PostMapping("/{block}/remove")
  String remove(
      @PathVariable int number,
      @PathVariable String block,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          register.retire(who, block(number, block), form.version(), form.text("_reason", 500));
          Notices.leave(request, "good", page.text("letters.block.removed"));
          return at(number);
        });
  }

  private String show(int number, Entry entry, Filled form, Page page, Model model) {
    String type = entry.text("type");
    Facts facts = register.facts();
    model.addAttribute(
        "view",
        new EntryFormPage(
            BlockFields.of(type), entry, form, facts, countries, page.language(), ""));
    model.addAttribute("number", number);
    model.addAttribute("pictured", BlockFields.mayHavePicture(type));
    model.addAttribute("picture", facts.ref(entry, "picture").map(List::of).orElse(List.of()));
    return "steer/letter/block";
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
