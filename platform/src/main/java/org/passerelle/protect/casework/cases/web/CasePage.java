package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseTeam;

/**
 * View of a case.
 *
 * @param side the side shown, or null for the story
 * @param parts parts of that side, with counts
 * @param stands status of the person
 * @param words labels of the codes shown, by {@code list:code}
 * @param names names of colleagues, by identifier
 * @param notices notices to show first
 * @param temporary users with temporary access
 * @param deadlines deadlines set by law or by a decision
 */
public record CasePage(
    Case file,
    @Nullable CaseSide side,
    List<Part> parts,
    CaseStatusSummary stands,
    List<CaseTasks.Task> tasks,
    List<Episodes.Episode> episodes,
    List<Decisions.Decision> decisions,
    List<CaseJournal.Line> lines,
    List<Relations.Around> around,
    List<UUID> team,
    List<CaseNotes.Note> notes,
    List<CaseAttachments.Listed> files,
    int written,
    Map<UUID, String> names,
    CaseWords words,
    List<CaseNotice.Note> notices,
    List<CaseTeam.Temporary> temporary,
    boolean mayHandOver,
    List<DeadlineLine> deadlines) {

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Argument of a journal entry's text: the label of its code. */
  public String lineWord(CaseJournal.Line line, Page page) {
    return switch (line.kind()) {
      case "handover.step" -> step(line.code(), page);
      case "case.opened" -> words.of("how_came", line.code());
      case "note.added", "note.corrected" -> words.of("note_kinds", line.code());
      case "task.added" -> words.of("task_kinds", line.code());
      case "file.added", "file.described", "file.version-added" ->
          words.of("file_kinds", line.code());
      case "episode.added" -> words.of("forms_of_exploitation", line.code());
      case "urgency.judged" -> words.of("urgencies", line.code());
      case "risk.assessed" -> words.of("risk_levels", line.code());
      case "intake.told" -> page.text("intake.told." + line.code());
      case "incident.recorded", "incident.noted" -> words.of("incident_kinds", line.code());
      case "tracing.opened" -> words.of("tracing_wishes", line.code());
      case "tracing.step" -> words.of("tracing_steps", line.code());
      case "tracing.ended" -> words.of("tracing_outcomes", line.code());
      case "decision.recorded" -> words.of("decision_kinds", line.code());
      case "person.added", "person.suspected" -> words.of("roles_in_case", line.code());
      case "zone.added", "zone.told" -> words.of("zone_kinds", line.code());
      case "care.goal-added",
          "care.goal-reached",
          "care.goal-dropped",
          "booking.made",
          "booking.missed",
          "booking.cancelled" ->
          words.of("care_needs", line.code());
      case "compensation.opened" -> words.of("compensation_routes", line.code());
      case "compensation.asset" -> words.of("confiscation_steps", line.code());
      case "compensation.step" -> words.of("compensation_steps", line.code());
      case "guardian.added",
          "guardian.verified",
          "guardian.suspended",
          "guardian.lifted",
          "guardian.ended" ->
          words.of("guardian_kinds", line.code());
      case "determination.proposed",
          "determination.signed",
          "determination.confirmed",
          "determination.made" ->
          words.of("determination_questions", line.code());
      case "solution.prepared", "solution.decided" -> words.of("solution_kinds", line.code());
      case "solution.checked" -> words.of("solution_points", line.code());
      case "stay.noted" -> words.of("stay_events", line.code());
      case "stay.ended" -> words.of("stay_ends", line.code());
      default ->
          line.kind().startsWith("referral.") || line.kind().startsWith("onward.")
              ? words.of("services", line.code())
              : line.code();
    };
  }

  /**
   * Label of a hand-over step with its state; entries before 29 November 2026 contain only the
   * step.
   */
  private static String step(String code, Page page) {
    String[] said = code.split("\\.", 2);
    String step = page.text("handover.step." + said[0]);
    return said.length == 1 || said[1].equals("done")
        ? step
        : page.text("handover.said", step, page.text("handover.state." + said[1]));
  }

  /** Whether facts are shown next to the parts of the side. */
  public boolean beside() {
    return side == CaseSide.PERSON || side == CaseSide.JUSTICE;
  }

  /** The clause about a part from the summary sentence, or empty. */
  public String said(Part part) {
    return stands.clauses().stream()
        .filter(clause -> clause.path().equals(part.path()))
        .map(CaseStanding.Clause::text)
        .map(text -> text.substring(0, text.length() - 1))
        .findFirst()
        .orElse("");
  }

  public record Part(String key, String path, int count) {}
}
