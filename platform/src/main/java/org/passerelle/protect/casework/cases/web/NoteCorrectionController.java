package org.passerelle.protect.casework.cases.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.notes.NoteCorrections;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Page of a note with its earlier texts, and its correction. */
@Controller
@RequestMapping("/protect/cases/{id}/notes/{note}")
@Caseworkers
class NoteCorrectionController {
  private final Cases cases;
  private final CaseNotes notes;
  private final NoteCorrections corrections;
  private final Users users;
  private final CodeOptions options;

  NoteCorrectionController(
      Cases cases, CaseNotes notes, NoteCorrections corrections, Users users, CodeOptions options) {
    this.cases = cases;
    this.notes = notes;
    this.corrections = corrections;
    this.users = users;
    this.options = options;
  }

  /** The note with its earlier texts. */
  @GetMapping
  String note(@PathVariable UUID id, @PathVariable UUID note, Act act) {
    CaseNotes.Note found =
        notes.notes(id, act.who()).stream()
            .filter(one -> one.id().equals(note))
            .findFirst()
            .orElseThrow(NotFound::new);
    return page(
        "protect/cases/note",
        id,
        found,
        notes.earlier(id, act.who()).getOrDefault(note, List.of()),
        act);
  }

  @GetMapping("/correct")
  String form(@PathVariable UUID id, @PathVariable UUID note, Act act) {
    CaseNotes.Note found = corrections.open(id, note, act.who());
    act.form(Map.of("text", found.text()));
    return page("protect/cases/note-correct", id, found, List.of(), act);
  }

  @PostMapping("/correct")
  String correct(@PathVariable UUID id, @PathVariable UUID note, Act act) {
    String text = act.form().neededText("text", Filled.LONG);
    return act.refusalsAt("text")
        .submit(
            () ->
                page(
                    "protect/cases/note-correct",
                    id,
                    corrections.open(id, note, act.who()),
                    List.of(),
                    act),
            () -> {
              corrections.correct(id, note, act.form().version(), text, act.who());
              act.notice("good", "note.corrected.saved");
              return "/protect/cases/" + id + "/notes";
            },
            () -> Filled.with(Map.of("text", corrections.open(id, note, act.who()).text())));
  }

  private String page(
      String template, UUID id, CaseNotes.Note note, List<CaseNotes.Earlier> earlier, Act act) {
    Set<UUID> people = new HashSet<>();
    people.add(note.user());
    CaseNotes.Correction corrected = note.corrected();
    if (corrected != null) {
      people.add(corrected.by());
    }
    earlier.forEach(before -> people.add(before.by()));
    return act.show(
        template,
        new NotePage(
            cases.find(id, act.who()),
            note,
            earlier,
            users.names(people),
            act.form(),
            new CaseWords(options, act.language())));
  }
}
