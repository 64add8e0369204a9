package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryForm;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.register.StoredForm;
import org.passerelle.steer.letter.Composer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Edits all texts of an issue on one page. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/texts")
class LetterTexts {
  private final Register register;
  private final CountryNames countries;
  private final SourceChanges changes;

  LetterTexts(Register register, CountryNames countries, SourceChanges changes) {
    this.register = register;
    this.countries = countries;
    this.changes = changes;
  }

  @GetMapping
  String edit(@PathVariable int number, Act act) {
    act.form(stored(number, act.page().moments()));
    return show(number, act);
  }

  @PostMapping
  String change(@PathVariable int number, Act act) {
    Facts facts = register.facts();
    Filled form = act.form();
    Map<Entry, Map<String, Object>> contents = new LinkedHashMap<>();
    for (Entry entry : TextsPage.entries(facts, letter(number))) {
      contents.put(entry, content(entry, form, facts));
    }
    return act.submit(
        () -> show(number, act),
        () -> {
          int stands = TextsPage.version(TextsPage.entries(register.facts(), letter(number)));
          if (form.version() != stands) {
            throw new ChangedMeanwhile(form.version(), stands);
          }
          contents.forEach(
              (entry, content) -> {
                if (!content.equals(entry.content())) {
                  register.save(act.who(), entry.kind(), entry.id(), entry.revision(), content, "");
                }
              });
          act.notice("good", "letters.texts.saved");
          return LetterChanges.at(number);
        },
        () -> stored(number, act.page().moments()));
  }

  /** The content of an entry with its texts as they are in the form. */
  static Map<String, Object> content(Entry entry, Filled form, Facts facts) {
    Kind texts = TextsPage.texts(entry);
    Map<String, Object> read =
        new EntryForm(form, facts).content(texts, entry, TextsPage.prefix(entry));
    Map<String, Object> content = new LinkedHashMap<>(entry.content());
    for (Field field : texts.fields()) {
      Object value = read.get(field.id());
      if (value == null) {
        content.remove(field.id());
      } else {
        content.put(field.id(), value);
      }
    }
    return content;
  }

  private Filled stored(int number, Moments moments) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Entry entry : TextsPage.entries(register.facts(), letter(number))) {
      Entry texts =
          new Entry(TextsPage.texts(entry), entry.id(), entry.revision(), entry.content());
      StoredForm.of(texts, moments)
          .all()
          .forEach(
              (field, values) ->
                  all.put(TextsPage.prefix(entry) + field, String.join("\n", values)));
    }
    return Filled.with(all);
  }

  private String show(int number, Act act) {
    Facts facts = register.facts();
    Entry letter = letter(number);
    List<Entry> entries = TextsPage.entries(facts, letter);
    List<TextsPage.Part> parts = new ArrayList<>();
    for (Entry entry : entries) {
      EntryFormPage fields =
          new EntryFormPage(
              TextsPage.texts(entry), entry, act.form(), facts, countries, act.language(), "");
      String name =
          entry == letter
              ? act.text("letters.texts.issue")
              : entry.has("heading") ? entry.name().in(act.language()) : entry.id();
      parts.add(new TextsPage.Part(fields, name, changes.of(entry)));
    }
    return act.show(
        "steer/letter/texts",
        new TextsPage(letter, act.form(), act.form().version(TextsPage.version(entries)), parts));
  }

  private Entry letter(int number) {
    return Composer.issue(register.facts(), number).orElseThrow(NotFound::new);
  }
}
