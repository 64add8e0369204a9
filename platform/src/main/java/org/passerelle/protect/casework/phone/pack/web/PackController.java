package org.passerelle.protect.casework.phone.pack.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.phone.pack.PhonePack;
import org.passerelle.protect.casework.phone.pack.PhonePack.Packed;
import org.passerelle.storage.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Delivers the pack to users of phones. */
@Controller
@Caseworkers
class PackController {
  private final PhonePack packs;
  private final Organisations organisations;
  private final Languages languages;
  private final JsonMapper json = new JsonMapper();

  PackController(PhonePack packs, Organisations organisations, Languages languages) {
    this.packs = packs;
    this.organisations = organisations;
    this.languages = languages;
  }

  record Body(
      String digest,
      @JsonRawValue String organisation,
      String country,
      String dutyLine,
      @JsonRawValue String packs) {}

  /** Returns to the page after signing in. */
  @GetMapping("/phone/in")
  String in() {
    return "redirect:/phone";
  }

  /**
   * The pack with its owner: the organisation's name by language, country and duty line.
   *
   * @param have digest of the pack on the phone; if unchanged, nothing is sent
   */
  @GetMapping("/phone/pack")
  ResponseEntity<String> pack(@RequestParam(defaultValue = "") String have, Act act) {
    Packed packed = packs.now();
    Optional<Organisation> organisation = organisations.find(act.who().organisation());
    String country = organisation.map(Organisation::country).orElse("");
    String names = json.writeValueAsString(organisation.map(this::names).orElse(Map.of()));
    String digest = Sha256.of(packed.digest() + country + names + act.page().dutyLine());
    if (have.equals(digest)) {
      return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(
            json.writeValueAsString(
                new Body(digest, names, country, act.page().dutyLine(), packed.text())));
  }

  private Map<String, String> names(Organisation organisation) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Language language : languages.all()) {
      names.put(language.tag(), organisation.name().in(language));
    }
    return names;
  }
}
