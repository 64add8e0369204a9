package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.steer.letter.Composer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins an issue with the structure of one before. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class NewLetter {
  private final Register register;
  private final OnceOnly once;
  private final Blocks blocks;

  NewLetter(Register register, OnceOnly once, Blocks blocks) {
    this.register = register;
    this.once = once;
    this.blocks = blocks;
  }

  @GetMapping("/steer/letters/new")
  String fill(@ModelAttribute("page") Page page, Model model) {
    Facts facts = register.facts();
    int last =
        facts.all("letter").stream().mapToInt(l -> l.whole("number").orElse(0)).max().orElse(0);
    return show(
        Filled.with(
            Map.of(
                "number",
                Integer.toString(last + 1),
                "from",
                latest(facts).map(Entry::id).orElse(""))),
        page,
        model);
  }

  @PostMapping("/steer/letters")
  String begin(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    Facts facts = register.facts();
    Optional<Integer> number = form.number("number", 1, 999_999);
    if (number.isEmpty() && !form.errors().has("number")) {
      form.errors().add("number", "form.error.required");
    }
    number
        .flatMap(n -> Composer.issue(facts, n))
        .ifPresent(taken -> form.errors().add("number", "letters.error.number"));
    String date = month(form);
    Map<String, String> theme = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> theme.put(l, form.text("theme." + l, Filled.SHORT)));
    if (theme.values().stream().allMatch(String::isEmpty)) {
      form.errors().add("theme.en", "form.error.required");
    }
    String from = form.code("from", known(facts));
    if (!form.errors().isEmpty()) {
      return show(form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          Entry letter = save(number.orElseThrow(), date, theme, facts.find("letter", from), who);
          facts.find("letter", from).ifPresent(before -> blocks.copy(before, letter, who));
          Notices.leave(request, "good", page.text("letters.begun"));
          return LetterChanges.at(number.orElseThrow());
        });
  }

  private Entry save(
      int number, String date, Map<String, String> theme, Optional<Entry> before, SignedIn who) {
    Kind kind = Kinds.shipped().find("letter").orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("number", number);
    content.put("date", date);
    content.put("theme", Staleness.marked(null, theme, false));
    content.put("state", "draft");
    before.ifPresent(
        b -> {
          for (String field : Set.of("title", "series", "footer", "footer-2")) {
            Object value = b.content().get(field);
            if (value != null) {
              content.put(field, value);
            }
          }
        });
    return register.save(who, kind, "letter-" + number, 0, content, "");
  }

  private static String month(Filled form) {
    String typed = form.neededText("date", 10);
    try {
      return typed.isEmpty() ? "" : PartialDate.parse(typed).edtf();
    } catch (DateTimeException e) {
      form.errors().add("date", "register.error.date");
      return "";
    }
  }

  private static Optional<Entry> latest(Facts facts) {
    return facts.all("letter").stream()
        .filter(l -> !Composer.blocks(facts, l).isEmpty())
        .max(Comparator.comparing(l -> l.whole("number").orElse(0)));
  }

  private static Set<String> known(Facts facts) {
    return facts.all("letter").stream().map(Entry::id).collect(Collectors.toSet());
  }

  private String show(Filled form, Page page, Model model) {
    Facts facts = register.facts();
    List<Option> before =
        facts.all("letter").stream()
            .filter(l -> !Composer.blocks(facts, l).isEmpty())
            .map(
                l ->
                    new Option(
                        l.id(),
                        page.text(
                            "letters.issue",
                            l.text("number"),
                            l.date("date").map(page.moments()::partial).orElse(""))))
            .toList();
    model.addAttribute("form", form);
    model.addAttribute("before", before);
    return "steer/letter/new";
  }
}
