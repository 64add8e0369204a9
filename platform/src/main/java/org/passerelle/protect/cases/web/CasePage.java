package org.passerelle.protect.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseNotes;
import org.passerelle.protect.cases.CaseNotice;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.Relations;

/**
 * A case as its pages show it.
 *
 * @param parts the other parts of the case with their counts
 * @param words labels of the codes shown, by {@code list:code}
 * @param names of colleagues, by identifier
 * @param notices what whoever opens the case must know first
 * @param temporary who sees it for a time only
 * @param deadlines what the law or a decision sets
 */
public record CasePage(
    Case file,
    List<Part> parts,
    List<CaseTasks.Task> tasks,
    List<Episodes.Episode> episodes,
    List<Decisions.Decision> decisions,
    List<CaseJournal.Line> lines,
    List<Relations.Around> around,
    List<UUID> team,
    List<CaseNotes.Note> notes,
    List<CaseFiles.CaseFile> files,
    int written,
    Map<UUID, String> names,
    CaseWords words,
    List<CaseNotice.Note> notices,
    List<CaseTeam.Temporary> temporary,
    boolean mayHandOver,
    List<DeadlineLine> deadlines) {

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** The argument of a line's sentence: a code in words. */
  public String lineWord(CaseJournal.Line line) {
    return switch (line.kind()) {
      case "case.opened" -> words.of("how_came", line.code());
      case "note.added" -> words.of("note_kinds", line.code());
      case "task.added" -> words.of("task_kinds", line.code());
      case "file.added" -> words.of("file_kinds", line.code());
      case "episode.added" -> words.of("forms_of_exploitation", line.code());
      case "decision.recorded" -> words.of("decision_kinds", line.code());
      case "person.added" -> words.of("roles_in_case", line.code());
      default ->
          line.kind().startsWith("referral.") || line.kind().startsWith("onward.")
              ? words.of("services", line.code())
              : line.code();
    };
  }

  /** A part of the case in the navigation. */
  public record Part(String key, String path, int count) {}
}
