package org.passerelle.protect.casework.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.notes.CaseNotes;

/** Notes in a printed document. */
record NoteRows(SheetWords words, CaseSheets.Setting setting) {

  /** For the team: current texts, marked if corrected. */
  List<Sheet.Row> printed(List<CaseNotes.Note> notes) {
    Set<UUID> people = new HashSet<>();
    for (CaseNotes.Note note : notes) {
      CaseNotes.Correction corrected = note.corrected();
      if (corrected != null) {
        people.add(corrected.by());
      }
    }
    Map<UUID, String> names = words.names(people);
    return notes.stream()
        .map(
            note -> {
              CaseNotes.Correction corrected = note.corrected();
              return row(
                  note,
                  corrected == null
                      ? ""
                      : setting
                          .texts()
                          .text(
                              "casefile.note.corrected",
                              setting.when(corrected.at()),
                              names.getOrDefault(corrected.by(), "…")),
                  List.of());
            })
        .toList();
  }

  /** For the person: with earlier texts; colleagues are not named. */
  List<Sheet.Row> given(List<CaseNotes.Note> notes, Map<UUID, List<CaseNotes.Earlier>> earlier) {
    return notes.stream()
        .map(
            note -> {
              CaseNotes.Correction corrected = note.corrected();
              return row(
                  note,
                  corrected == null
                      ? ""
                      : setting
                          .texts()
                          .text("casefile.note.corrected.copy", setting.when(corrected.at())),
                  earlier.getOrDefault(note.id(), List.of()));
            })
        .toList();
  }

  private Sheet.Row row(CaseNotes.Note note, String corrected, List<CaseNotes.Earlier> earlier) {
    List<String> said = new ArrayList<>();
    said.add(words.word("note_kinds", note.kind(), setting.texts()));
    said.add(note.text());
    said.add(corrected);
    for (CaseNotes.Earlier before : earlier) {
      said.add(setting.texts().text("casefile.note.before", setting.when(before.at())));
      said.add(before.text());
    }
    return Sheet.Row.of(setting.when(note.at()), said.toArray(String[]::new));
  }
}
