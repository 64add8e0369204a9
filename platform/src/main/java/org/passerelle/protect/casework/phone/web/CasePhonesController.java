package org.passerelle.protect.casework.phone.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.phone.DocumentPhotos;
import org.passerelle.protect.casework.phone.RecordsOfCase;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Page of records of a case that came from phones, with their documents one at a time. */
@Controller
@Caseworkers
class CasePhonesController {
  private static final String ALL = "/protect/cases/{id}/from-phones";
  private final RecordsOfCase records;
  private final DocumentPhotos papers;
  private final Cases cases;
  private final CodeOptions options;

  CasePhonesController(
      RecordsOfCase records, DocumentPhotos papers, Cases cases, CodeOptions options) {
    this.records = records;
    this.papers = papers;
    this.cases = cases;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    return act.show(
        "protect/phone/ofcase",
        new CasePhonesPage(
            file, records.told(id, act.who(), act.page()), new CaseWords(options, act.language())));
  }

  @GetMapping(ALL + "/papers/{paper}")
  ResponseEntity<byte[]> look(@PathVariable UUID id, @PathVariable UUID paper, Act act) {
    DocumentPhotos.Picture picture = papers.lookOfCase(id, paper, act.who());
    return FileAnswer.shown("paper", MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }
}
