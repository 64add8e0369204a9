package org.passerelle.protect.casework.cases.web;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Assembles the pages of a case. */
@Component
class CasePages {
  /** Number of journal entries on the first page. */
  private static final int LINES = 12;

  private static final int ALL_LINES = 1_000;

  private final CaseTasks caseTasks;
  private final CaseNotes caseNotes;
  private final CaseStory story;
  private final CaseTeam team;
  private final Users users;
  private final CaseContext beside;
  private final CodeOptions options;
  private final TransactionTemplate reading;

  CasePages(
      CaseTasks caseTasks,
      CaseNotes caseNotes,
      CaseStory story,
      CaseTeam team,
      Users users,
      CaseContext beside,
      CodeOptions options,
      PlatformTransactionManager transactions) {
    this.caseTasks = caseTasks;
    this.caseNotes = caseNotes;
    this.story = story;
    this.team = team;
    this.users = users;
    this.beside = beside;
    this.options = options;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** The story: what is to be done, what is missing, and what has happened. */
  CasePage story(Case found, Act act) {
    return read(() -> gathered(found, null, List.of(), List.of(), LINES, act));
  }

  /** The complete history. */
  CasePage history(Case found, Act act) {
    return read(() -> gathered(found, null, List.of(), List.of(), ALL_LINES, act));
  }

  /** One side of the case. */
  CasePage side(Case found, CaseSide side, Act act) {
    return read(() -> gathered(found, side, List.of(), List.of(), 0, act));
  }

  /** The case with its team, without its parts. */
  CasePage bare(Case found, Act act) {
    return notes(found, List.of(), List.of(), act);
  }

  /** The case with its notes and files. */
  CasePage notes(
      Case found, List<CaseNotes.Note> notes, List<CaseAttachments.Listed> attached, Act act) {
    return read(() -> gathered(found, null, notes, attached, 0, act));
  }

  /**
   * Runs in one transaction, since a page needs two dozen queries that would each begin their own.
   */
  private CasePage read(Supplier<CasePage> page) {
    return Objects.requireNonNull(reading.execute(transaction -> page.get()));
  }

  private CasePage gathered(
      Case found,
      @Nullable CaseSide side,
      List<CaseNotes.Note> notes,
      List<CaseAttachments.Listed> attached,
      int lines,
      Act act) {
    UUID id = found.id();
    boolean justice = side == CaseSide.JUSTICE;
    List<CaseJournal.Line> journal = lines == 0 ? List.of() : story.journal(id, lines);
    List<UUID> members = team.members(id, act.who());
    List<CaseTeam.Temporary> temporary = team.temporary(id, act.who());
    Set<UUID> people = new HashSet<>(members);
    people.add(found.lead());
    for (CaseNotes.Note note : notes) {
      people.add(note.user());
      CaseNotes.Correction corrected = note.corrected();
      if (corrected != null) {
        people.add(corrected.by());
      }
    }
    for (CaseAttachments.Listed file : attached) {
      people.add(file.newest().user());
      file.earlier().forEach(version -> people.add(version.user()));
    }
    journal.stream().map(CaseJournal.Line::user).filter(Objects::nonNull).forEach(people::add);
    temporary.forEach(t -> people.add(t.user()));
    return new CasePage(
        found,
        side,
        side == null ? List.of() : beside.parts(id, side, act),
        beside.stands(found, act),
        lines == LINES ? caseTasks.openTasks(id, act.who()) : List.of(),
        justice ? story.episodes(id, act.who()) : List.of(),
        justice ? story.decisions(id, act.who()) : List.of(),
        journal,
        side == CaseSide.PERSON ? story.around(id, act.who()) : List.of(),
        members,
        notes,
        attached,
        side == CaseSide.PAPERS ? caseNotes.written(id) : 0,
        users.names(people),
        new CaseWords(options, act.language()),
        beside.notices(found, act),
        temporary,
        CaseReassignments.mayHandOver(found, act.who()),
        lines == LINES || justice ? beside.deadlines(found, act) : List.of());
  }
}
