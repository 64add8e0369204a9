package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.notes.NoteCorrections;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of the notes and attached files of a case. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseNotesController {
  private final Cases cases;
  private final CaseNotes caseNotes;
  private final CaseAttachments files;
  private final CasePages pages;
  private final CodeOptions options;
  private final Addressees organisations;

  CaseNotesController(
      Cases cases,
      CaseNotes caseNotes,
      CaseAttachments files,
      CasePages pages,
      CodeOptions options,
      Addressees organisations) {
    this.organisations = organisations;
    this.cases = cases;
    this.caseNotes = caseNotes;
    this.files = files;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping("/notes")
  String notes(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return show(id, act);
  }

  @PostMapping("/notes")
  String note(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("text", Filled.LONG);
    String kind = act.form().neededCode("kind", options.codes("note_kinds"));
    return act.submit(
        () -> show(id, act),
        () -> {
          caseNotes.note(id, kind, text, act.who());
          return at(id);
        });
  }

  private String show(UUID id, Act act) {
    Case found = cases.find(id, act.who());
    List<CaseNotes.Note> notes = caseNotes.notes(id, act.who());
    Set<UUID> correctable =
        notes.stream()
            .filter(note -> NoteCorrections.may(found, note, act.who()))
            .map(CaseNotes.Note::id)
            .collect(Collectors.toSet());
    return act.with("form", act.form())
        .with("correctable", correctable)
        .with("senders", organisations.names(act.language()))
        .show("protect/cases/notes", pages.notes(found, notes, files.listed(id, act.who()), act));
  }

  @PostMapping("/files")
  String attach(@PathVariable UUID id, Act act) {
    byte[] content = act.file("file");
    String kind = act.form().code("file_kind", options.codes("file_kinds"));
    CaseAttachments.Draft draft =
        new CaseAttachments.Draft(
            kind.isEmpty() ? "other" : kind,
            act.fileName("file"),
            act.form().text("description", CaseAttachments.DESCRIPTION));
    return act.refusalsAt("file")
        .submit(
            () -> show(id, act),
            () -> {
              files.add(id, draft, content, act.who());
              return at(id);
            });
  }

  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    CaseAttachments.Opened opened = files.open(id, file, act.who());
    return FileAnswer.saved(opened.file().name(), MediaType.APPLICATION_OCTET_STREAM)
        .body(opened.content());
  }

  @GetMapping("/files/{file}/small")
  ResponseEntity<byte[]> small(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    CleanPicture.Clean picture = files.small(id, file, act.who());
    return FileAnswer.shown("picture", MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/notes";
  }
}
