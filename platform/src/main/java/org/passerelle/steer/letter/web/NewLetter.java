package org.passerelle.steer.letter.web;

import java.time.DateTimeException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.DateParser;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.steer.letter.Composer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates an issue with the structure of an earlier one. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
class NewLetter {
  private final Register register;
  private final Blocks blocks;

  NewLetter(Register register, Blocks blocks) {
    this.register = register;
    this.blocks = blocks;
  }

  @GetMapping("/steer/letters/new")
  String fill(Act act) {
    Facts facts = register.facts();
    int last =
        facts.all("letter").stream().mapToInt(l -> l.whole("number").orElse(0)).max().orElse(0);
    act.form(
        Map.of(
            "number", Integer.toString(last + 1), "from", latest(facts).map(Entry::id).orElse("")));
    return show(act);
  }

  @PostMapping("/steer/letters")
  String begin(Act act) {
    Filled form = act.form();
    Facts facts = register.facts();
    int number = form.neededNumber("number", 1, 999_999);
    Composer.issue(facts, number)
        .ifPresent(taken -> form.errors().add("number", "letters.error.number"));
    String date = month(form);
    Map<String, String> theme = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> theme.put(l, form.text("theme." + l, Filled.SHORT)));
    if (theme.values().stream().allMatch(String::isEmpty)) {
      form.errors().add("theme.en", "form.error.required");
    }
    Optional<Entry> from = facts.find("letter", form.code("from", known(facts)));
    return act.submit(
        () -> show(act),
        () -> {
          Entry letter = save(number, date, theme, from, act.who());
          from.ifPresent(before -> blocks.copy(before, letter, form.ticked("texts"), act.who()));
          act.notice("good", "letters.begun");
          return LetterChanges.at(number);
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
    String typed = form.neededText("date", 40);
    try {
      return typed.isEmpty() ? "" : DateParser.read(typed).edtf();
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

  private String show(Act act) {
    Facts facts = register.facts();
    return act.with("form", act.form())
        .show(
            "steer/letter/new",
            facts.all("letter").stream()
                .filter(l -> !Composer.blocks(facts, l).isEmpty())
                .map(
                    l ->
                        new Option(
                            l.id(),
                            act.text(
                                "letters.issue",
                                l.text("number"),
                                l.date("date").map(act.page().moments()::partial).orElse(""))))
                .toList());
  }
}
