package org.passerelle.understand.dossier.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.Dossiers;
import org.passerelle.understand.dossier.edition.DossierPaper;
import org.passerelle.understand.dossier.edition.Edition;
import org.passerelle.understand.dossier.edition.Exchange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Editions of a dossier as files; each download is logged. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class DossierFiles {
  private final Dossiers dossiers;
  private final DossierPages pages;
  private final Languages languages;

  DossierFiles(Dossiers dossiers, DossierPages pages, Languages languages) {
    this.dossiers = dossiers;
    this.pages = pages;
    this.languages = languages;
  }

  @PostMapping(DossierController.AT + "/{number}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable int number, Act act) {
    Edition edition = edition(act);
    Language language = languages.byTag(act.form().shown("language"));
    Dossier dossier = dossiers.find(id, number, act.who());
    byte[] pdf =
        DossierPaper.pdf(
            pages.write(
                dossier,
                edition,
                languages.texts(language),
                act.page().moments().zone(),
                act.who()));
    dossiers.taken(id, number, edition.code(), "pdf-" + language.tag(), act.who());
    return file(pdf, name(edition, number) + ".pdf", MediaType.APPLICATION_PDF);
  }

  @PostMapping(DossierController.AT + "/{number}/exchange")
  ResponseEntity<byte[]> exchange(@PathVariable UUID id, @PathVariable int number, Act act) {
    Edition edition = edition(act);
    boolean victims =
        edition == Edition.MAGISTRATE
            && act.form().ticked("victims")
            && act.who().is(Role.PROSECUTOR);
    Dossier dossier = dossiers.find(id, number, act.who());
    String lines =
        edition == Edition.ANONYMISED
            ? Exchange.anonymised(dossier.coded())
            : Exchange.magistrate(dossier.coded(), dossier.legend(), victims);
    dossiers.taken(
        id,
        number,
        edition.code(),
        victims ? "followthemoney-victims" : "followthemoney",
        act.who());
    return file(
        lines.getBytes(StandardCharsets.UTF_8),
        name(edition, number) + ".ftm.json",
        MediaType.APPLICATION_OCTET_STREAM);
  }

  private static Edition edition(Act act) {
    return Edition.of(act.form().shown("edition")).orElseThrow(NotFound::new);
  }

  private static String name(Edition edition, int number) {
    return "dossier-" + number + "-" + edition.code();
  }

  private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
    return FileAnswer.saved(name, type).body(content);
  }
}
