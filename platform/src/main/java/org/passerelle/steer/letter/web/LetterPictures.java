package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.register.StoredForm;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.PictureSource;
import org.passerelle.steer.letter.Pictures;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.multipart.MultipartFile;

/** The picture of a block: uploaded, told in words, taken out again. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}/blocks/{block}/picture")
class LetterPictures {
  private final Register register;
  private final Pictures pictures;
  private final OnceOnly once;

  LetterPictures(Register register, Pictures pictures, OnceOnly once) {
    this.register = register;
    this.pictures = pictures;
    this.once = once;
  }

  @GetMapping
  String fill(@PathVariable int number, @PathVariable String block, Model model) {
    Entry entry = block(number, block);
    Filled form =
        register
            .facts()
            .ref(entry, "picture")
            .map(StoredForm::of)
            .orElseGet(() -> Filled.with(Map.of()));
    return show(number, entry, form, model);
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
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.type()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .body(found.content());
  }

  @PostMapping
  String keep(
      @PathVariable int number,
      @PathVariable String block,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model)
      throws IOException {
    Entry entry = block(number, block);
    Filled form = Filled.of(sent);
    Facts facts = register.facts();
    Entry before = facts.ref(entry, "picture").orElse(null);
    byte[] content = file == null || file.isEmpty() ? new byte[0] : file.getBytes();
    Map<String, Object> picture = texts(form, before);
    if (content.length == 0 && before == null) {
      form.errors().add("file", "letters.picture.refused.empty");
    }
    if (!form.ticked("decorative") && !picture.containsKey("alt")) {
      form.errors().add("alt.en", "letters.picture.alt.needed");
    }
    if (!form.errors().isEmpty()) {
      return show(number, entry, form, model);
    }
    try {
      return once.run(
          form.once(),
          who,
          () -> {
            String kept = content.length > 0 ? pictures.keep(content, who) : text(before, "file");
            picture.put("file", kept);
            save(entry, before, picture, form.version(), who);
            Notices.leave(request, "good", page.text("letters.picture.saved"));
            return LetterChanges.at(number) + "/blocks/" + block;
          });
    } catch (Refused refused) {
      if (!refused.key().startsWith("letters.picture.")) {
        throw refused;
      }
      form.errors().add("file", refused.key(), refused.arguments());
      return show(number, entry, form, model);
    }
  }

  @PostMapping("/remove")
  String remove(
      @PathVariable int number,
      @PathVariable String block,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          Entry entry = block(number, block);
          Map<String, Object> content = new LinkedHashMap<>(entry.content());
          content.remove("picture");
          register.save(who, entry.kind(), entry.id(), entry.revision(), content, "");
          return LetterChanges.at(number) + "/blocks/" + block;
        });
  }

  private static Map<String, Object> texts(Filled form, @Nullable Entry before) {
    Map<String, Object> picture = new LinkedHashMap<>();
    Map<String, String> alt = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(l -> alt.put(l, form.text("alt." + l, Filled.SHORT)));
    Map<String, Object> marked =
        Staleness.marked(
            before == null ? null : before.content().get("alt"), alt, form.ticked("alt.fits"));
    if (!marked.isEmpty()) {
      picture.put("alt", marked);
      picture.put("title", marked);
    }
    String credit = form.text("credit", Filled.SHORT);
    if (!credit.isEmpty()) {
      picture.put("credit", credit);
    }
    if (form.ticked("decorative")) {
      picture.put("decorative", true);
    }
    return picture;
  }

  private void save(
      Entry block, @Nullable Entry before, Map<String, Object> picture, int version, SignedIn who) {
    Kind kind = Kinds.shipped().find("picture").orElseThrow();
    if (!picture.containsKey("title")) {
      picture.put("title", block.content().getOrDefault("heading", Map.of("en", block.id())));
    }
    String id = before == null ? free(block.id()) : before.id();
    register.save(who, kind, id, before == null ? 0 : version, picture, "");
    if (before == null) {
      Map<String, Object> content = new LinkedHashMap<>(block.content());
      content.put("picture", id);
      register.save(who, block.kind(), block.id(), block.revision(), content, "");
    }
  }

  private String free(String id) {
    String free = id;
    for (int n = 2; register.facts().find("picture", free).isPresent(); n++) {
      free = id + "-" + n;
    }
    return free;
  }

  private static String text(@Nullable Entry entry, String field) {
    return entry == null ? "" : entry.text(field);
  }

  private String show(int number, Entry block, Filled form, Model model) {
    Optional<Entry> picture = register.facts().ref(block, "picture");
    model.addAttribute("number", number);
    model.addAttribute("block", block);
    model.addAttribute("form", form);
    model.addAttribute("picture", picture.map(List::of).orElse(List.of()));
    return "steer/letter/picture-form";
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
