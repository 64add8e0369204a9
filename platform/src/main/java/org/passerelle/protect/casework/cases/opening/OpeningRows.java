package org.passerelle.protect.casework.cases.opening;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.PartialDate;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.person.KnownBirth;
import org.passerelle.protect.person.NewPersons;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.springframework.stereotype.Component;

/**
 * Builds the rows of a case with its known history: person, case, episodes, decisions, notes, tasks
 * and closure. The caller inserts them.
 */
@Component
class OpeningRows {
  private final NewPersons persons;
  private final NewCases cases;
  private final Episodes episodes;
  private final Decisions decisions;
  private final CaseNotes notes;
  private final CaseTasks tasks;
  private final CaseJournal journal;
  private final Clock clock;

  OpeningRows(
      NewPersons persons,
      NewCases cases,
      Episodes episodes,
      Decisions decisions,
      CaseNotes notes,
      CaseTasks tasks,
      CaseJournal journal,
      Clock clock) {
    this.persons = persons;
    this.cases = cases;
    this.episodes = episodes;
    this.decisions = decisions;
    this.notes = notes;
    this.tasks = tasks;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Adds the rows of one case.
   *
   * @param made collects the person
   * @param lines collects the log entries that the caller writes
   */
  UUID add(
      ManyCases.Opening opening,
      String code,
      SignedIn who,
      List<UUID> made,
      Rows rows,
      List<AuditLog.Line> lines) {
    OffsetDateTime now = Columns.now(clock);
    NewCases.Written opened =
        new NewCases.Written(utc(opening.openedAt(), now), utc(opening.changedAt(), now));
    NewPersons.Added person = persons.add(opening.person(), opened.opened(), who, rows);
    made.add(person.id());
    UUID id = cases.add(person, code, opening.draft(), state(opening), opened, who, rows);
    Written written = new Written(id, opened.changed(), who);
    lines.add(new AuditLog.Line("case.opened", "case", id, Map.of()));
    PartialDate birth = KnownBirth.of(opening.person().identity());
    for (Episodes.Draft draft : opening.episodes()) {
      boolean minor = episodes.minorThen(person.minor(), birth, Episodes.from(draft));
      UUID episode = episodes.add(written, draft, minor, rows);
      lines.add(line("episode.added", id, Map.of("episode", episode.toString())));
    }
    for (Decisions.Draft draft : opening.decisions()) {
      UUID decision = decisions.add(written, draft, rows);
      lines.add(
          line(
              "decision.recorded",
              id,
              Map.of("decision", decision.toString(), "kind", draft.kind())));
    }
    for (CaseNotes.Draft draft : opening.notes()) {
      UUID note = notes.add(written, draft, rows);
      lines.add(line("note.added", id, Map.of("note", note.toString())));
    }
    for (CaseTasks.Draft draft : opening.tasks()) {
      UUID task = tasks.add(written, draft, rows);
      lines.add(line("task.added", id, Map.of("task", task.toString())));
    }
    if (opening.closedFor() != null) {
      journal.add(id, "case.closed", opening.closedFor(), null, written.at(), who, rows);
      lines.add(line("case.closed", id, Map.of("reason", opening.closedFor())));
    }
    return id;
  }

  private static CaseState state(ManyCases.Opening opening) {
    CaseState state = CaseState.SIGNAL;
    for (Decisions.Draft draft : opening.decisions()) {
      state = Decisions.after(draft, state);
    }
    return opening.closedFor() == null ? state : CaseState.CLOSED;
  }

  private static AuditLog.Line line(String action, UUID id, Map<String, String> detail) {
    return new AuditLog.Line(action, "case", id, detail);
  }

  private static OffsetDateTime utc(@Nullable Instant at, OffsetDateTime now) {
    return at == null ? now : Columns.at(at);
  }
}
