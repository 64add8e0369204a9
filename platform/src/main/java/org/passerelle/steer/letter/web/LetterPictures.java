package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Pictures;
import org.passerelle.steer.letter.source.PictureSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The picture of a block: upload, description, removal. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/blocks/{block}/picture")
class LetterPictures {
  private final Register register;
  private final Pictures pictures;

  LetterPictures(Register register, Pictures pictures) {
    this.register = register;
    this.pictures = pictures;
  }

  @GetMapping
  String fill(@PathVariable int number, @PathVariable String block, Act act) {
    act.form(stored(block(number, block), act));
    return show(number, block, act);
  }

  private Filled stored(Entry block, Act act) {
    return register
        .facts()
        .ref(block, "picture")
        .map(picture -> PictureForm.stored(picture, act.page().moments()))
        .orElseGet(() -> Filled.with(Map.of()));
  }

  /** The stored picture, for the form. */
  @GetMapping("/file")
  ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String block) {
    PictureSource.Found found =
        register
            .facts()
            .ref(block(number, block), "picture")
            .flatMap(p -> pictures.find(p.text("file")))
            .orElseThrow(NotFound::new);
    return FileAnswer.shown(block, MediaType.parseMediaType(found.type())).body(found.content());
  }

  @PostMapping
  String keep(@PathVariable int number, @PathVariable String block, Act act) {
    Entry entry = block(number, block);
    Filled form = act.form();
    Entry before = register.facts().ref(entry, "picture").orElse(null);
    byte[] content = act.file("file");
    Map<String, Object> picture = PictureForm.content(form, before);
    if (content.length == 0 && before == null) {
      form.errors().add("file", "picture.refused.empty");
    }
    return act.submit(
        () -> show(number, block, act),
        () -> {
          picture.put(
              "file",
              content.length > 0 ? pictures.keep(content, act.who()) : text(before, "file"));
          save(entry, before, picture, form.version(), act.who());
          act.notice("good", "letters.picture.saved");
          return LetterChanges.at(number) + "/blocks/" + block;
        },
        () -> stored(block(number, block), act));
  }

  @PostMapping("/remove")
  String remove(@PathVariable int number, @PathVariable String block, Act act) {
    return act.once(
        () -> {
          Entry entry = block(number, block);
          Map<String, Object> content = new LinkedHashMap<>(entry.content());
          content.remove("picture");
          register.save(act.who(), entry.kind(), entry.id(), entry.revision(), content, "");
          return LetterChanges.at(number) + "/blocks/" + block;
        });
  }

  private void save(
      Entry block, @Nullable Entry before, Map<String, Object> picture, int version, SignedIn who) {
    Kind kind = Kinds.shipped().find("picture").orElseThrow();
    if (!picture.containsKey("title")) {
      picture.put("title", block.content().getOrDefault("heading", Map.of("en", block.id())));
    }
    if (before != null && version == 0) {
      throw new ChangedMeanwhile(version, before.revision());
    }
    String id = before == null ? register.facts().free(kind.id(), block.id()) : before.id();
    register.save(who, kind, id, before == null ? 0 : version, picture, "");
    if (before == null) {
      Map<String, Object> content = new LinkedHashMap<>(block.content());
      content.put("picture", id);
      register.save(who, block.kind(), block.id(), block.revision(), content, "");
    }
  }

  private static String text(@Nullable Entry entry, String field) {
    return entry == null ? "" : entry.text(field);
  }

  private String show(int number, String id, Act act) {
    Entry block = block(number, id);
    return act.with("number", number)
        .with("form", act.form())
        .with("picture", register.facts().ref(block, "picture").map(List::of).orElse(List.of()))
        .show("steer/letter/picture-form", block);
  }

  private Entry block(int number, String id) {
    Facts facts = register.facts();
    Entry letter = Composer.issue(facts, number).orElseThrow(NotFound::new);
    return facts
        .find("letter-block", id)
        .filter(b -> b.text("letter").equals(letter.id()))
        .filter(b -> BlockFields.mayHavePicture(b.text("type")))
        .orElseThrow(NotFound::new);
  }
}
