package org.passerelle.protect.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseNotes;

/**
 * One note.
 *
 * @param earlier what it said before, the newest first
 * @param names of colleagues, by identifier
 */
public record NotePage(
    Case file,
    CaseNotes.Note note,
    List<CaseNotes.Earlier> earlier,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Where the notes of the case stand. */
  public String at() {
    return "/protect/cases/" + file.id() + "/notes";
  }

  /** Who wrote what it says now. */
  public UUID by() {
    CaseNotes.Correction corrected = note.corrected();
    return corrected == null ? note.user() : corrected.by();
  }
}
