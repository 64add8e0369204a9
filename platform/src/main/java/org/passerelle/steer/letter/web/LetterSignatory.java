package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.register.StoredForm;
import org.passerelle.steer.letter.ShownPicture;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Who signs the editorials of a series: name and function in each language, portrait and signature,
 * and how the person agreed that both are published.
 */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/series/{series}/signatory")
class LetterSignatory {
  /** The pictures of a signatory. */
  private static final List<String> PICTURES = List.of("portrait", "signature");

  /** A face is shown as large as it may stand beside a text. */
  private static final Map<String, Object> FACE = ShownPicture.stored("upright", 50, 50);

  private final Register register;
  private final SeriesPictures pictures;

  LetterSignatory(Register register, SeriesPictures pictures) {
    this.register = register;
    this.pictures = pictures;
  }

  @GetMapping
  String fill(@PathVariable String series, Act act) {
    act.form(stored(series, act));
    return show(series, act);
  }

  private Filled stored(String id, Act act) {
    Entry series = pictures.series(id);
    Filled form = StoredForm.of(series, act.page().moments());
    Facts facts = register.facts();
    PICTURES.stream()
        .flatMap(field -> facts.ref(series, field).stream())
        .map(picture -> picture.text("consent"))
        .forEach(consent -> form.unlessSent("consent", consent));
    return form;
  }

  private String show(String id, Act act) {
    Entry series = pictures.series(id);
    Facts facts = register.facts();
    return act.with("form", act.form())
        .with("pictures", PICTURES)
        .with("stored", PICTURES.stream().filter(p -> facts.ref(series, p).isPresent()).toList())
        .show("steer/letter/signatory", series);
  }

  /** The stored portrait or signature, for the form. */
  @GetMapping("/{picture}")
  ResponseEntity<byte[]> picture(@PathVariable String series, @PathVariable String picture) {
    if (!PICTURES.contains(picture)) {
      throw new NotFound();
    }
    return pictures.shown(series, picture);
  }

  @PostMapping
  String save(@PathVariable String series, Act act) {
    Entry before = pictures.series(series);
    Filled form = act.form();
    Map<String, Object> content = new LinkedHashMap<>(before.content());
    Map<String, String> words = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> words.put(l, form.text("signatory." + l, Filled.SHORT)));
    Map<String, Object> marked =
        Staleness.marked(before.content().get("signatory"), words, form.ticked("signatory.fits"));
    content.remove("signatory");
    if (!marked.isEmpty()) {
      content.put("signatory", marked);
    }
    String consent = form.text("consent", Filled.SHORT);
    boolean pictured =
        PICTURES.stream()
            .anyMatch(
                field ->
                    act.file(field).length > 0
                        || (content.containsKey(field) && !form.ticked("without-" + field)));
    if (pictured && marked.isEmpty()) {
      form.errors().add("signatory.en", "letters.signatory.words.needed");
    }
    if (pictured && consent.isEmpty()) {
      form.errors().add("consent", "letters.signatory.consent.needed");
    }
    return act.submit(
        () -> show(series, act),
        () -> {
          PICTURES.forEach(field -> picture(before, field, consent, content, act));
          register.save(act.who(), before.kind(), before.id(), form.version(), content, "");
          act.notice("good", "letters.signatory.saved");
          return "/steer/letters";
        },
        () -> stored(series, act));
  }

  /** Keeps a new picture, takes one out, or notes anew how the person agreed. */
  private void picture(
      Entry series, String field, String consent, Map<String, Object> content, Act act) {
    byte[] file = act.file(field);
    if (file.length > 0) {
      Object words = content.getOrDefault("signatory", Map.of());
      Map<String, Object> about =
          new LinkedHashMap<>(field.equals("portrait") ? FACE : Map.<String, Object>of());
      about.putAll(Map.of("title", words, "alt", words));
      about.putAll(Map.of("people", ShownPicture.AGREED, "consent", consent));
      try {
        content.put(field, pictures.keep(series, field, file, about, act.who()));
      } catch (Refused refused) {
        throw refused.at(field);
      }
    } else if (act.form().ticked("without-" + field)) {
      content.remove(field);
    } else {
      register
          .facts()
          .ref(series, field)
          .filter(picture -> !picture.text("consent").equals(consent))
          .ifPresent(picture -> agreed(picture, consent, act));
    }
  }

  private void agreed(Entry picture, String consent, Act act) {
    Map<String, Object> content = new LinkedHashMap<>(picture.content());
    content.put("people", ShownPicture.AGREED);
    content.put("consent", consent);
    register.save(act.who(), picture.kind(), picture.id(), picture.revision(), content, "");
  }
}
