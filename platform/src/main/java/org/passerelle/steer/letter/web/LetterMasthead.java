package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.register.StoredForm;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The head of a series of letters: names of the ministry in each language, and its logo. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/series/{series}")
class LetterMasthead {
  private static final List<String> NAMES = List.of("ministry", "office");
  private final Register register;
  private final SeriesPictures pictures;

  LetterMasthead(Register register, SeriesPictures pictures) {
    this.register = register;
    this.pictures = pictures;
  }

  @GetMapping
  String fill(@PathVariable String series, Act act) {
    act.form(stored(pictures.series(series), act));
    return show(series, act);
  }

  private static Filled stored(Entry series, Act act) {
    return StoredForm.of(series, act.page().moments());
  }

  private String show(String id, Act act) {
    Entry series = pictures.series(id);
    return act.with("form", act.form())
        .with("logo", register.facts().ref(series, "logo").isPresent())
        .show("steer/letter/masthead", series);
  }

  /** The stored logo, for the form. */
  @GetMapping("/logo")
  ResponseEntity<byte[]> logo(@PathVariable String series) {
    return pictures.shown(series, "logo");
  }

  @PostMapping
  String save(@PathVariable String series, Act act) {
    Entry before = pictures.series(series);
    Filled form = act.form();
    byte[] file = act.file("file");
    Map<String, Object> content = new LinkedHashMap<>(before.content());
    for (String name : NAMES) {
      Map<String, String> texts = new LinkedHashMap<>();
      Wording.LANGUAGES.forEach(l -> texts.put(l, form.text(name + "." + l, Filled.SHORT)));
      Map<String, Object> marked =
          Staleness.marked(before.content().get(name), texts, form.ticked(name + ".fits"));
      if (marked.isEmpty()) {
        content.remove(name);
      } else {
        content.put(name, marked);
      }
    }
    boolean logo = file.length > 0 || (content.containsKey("logo") && !form.ticked("without"));
    if (logo && !content.containsKey("ministry")) {
      form.errors().add("ministry.en", "letters.masthead.names");
    }
    return act.submit(
        () -> show(series, act),
        () -> {
          if (file.length > 0) {
            Object name = content.getOrDefault("ministry", Map.of("en", before.id()));
            content.put(
                "logo",
                pictures.keep(before, "logo", file, Map.of("title", name, "alt", name), act.who()));
          } else if (form.ticked("without")) {
            content.remove("logo");
          }
          register.save(act.who(), before.kind(), before.id(), form.version(), content, "");
          act.notice("good", "letters.masthead.saved");
          return "/steer/letters";
        },
        () -> stored(pictures.series(series), act));
  }
}
