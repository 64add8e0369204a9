package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.notes.CaseNotes;

/**
 * View of a note.
 *
 * @param earlier earlier texts, newest first
 * @param names names of colleagues, by identifier
 */
public record NotePage(
    Case file,
    CaseNotes.Note note,
    List<CaseNotes.Earlier> earlier,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/notes";
  }

  /** Author of the current text. */
  public UUID by() {
    CaseNotes.Correction corrected = note.corrected();
    return corrected == null ? note.user() : corrected.by();
  }
}
