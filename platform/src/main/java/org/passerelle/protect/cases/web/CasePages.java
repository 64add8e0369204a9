package org.passerelle.protect.cases.web;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseNotes;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.HandOvers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers what the pages of one case show. */
@Component
class CasePages {
  /** Lines of the journal on the first page. */
  static final int LINES = 12;

  private final CaseTasks caseTasks;
  private final CaseNotes caseNotes;
  private final CaseStory story;
  private final CaseTeam team;
  private final Users users;
  private final CaseBeside beside;
  private final CaseOptions options;
  private final TransactionTemplate reading;

  CasePages(
      CaseTasks caseTasks,
      CaseNotes caseNotes,
      CaseStory story,
      CaseTeam team,
      Users users,
      CaseBeside beside,
      CaseOptions options,
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

  /** The case without notes and files. */
  CasePage of(Case found, int lines, Act act) {
    return of(found, List.of(), List.of(), lines, act);
  }

  /** In one transaction: a page needs two dozen answers, and each would begin one of its own. */
  CasePage of(
      Case found,
      List<CaseNotes.Note> notes,
      List<CaseFiles.CaseFile> attached,
      int lines,
      Act act) {
    return Objects.requireNonNull(
        reading.execute(transaction -> gathered(found, notes, attached, lines, act)));
  }

  private CasePage gathered(
      Case found,
      List<CaseNotes.Note> notes,
      List<CaseFiles.CaseFile> attached,
      int lines,
      Act act) {
    UUID id = found.id();
    List<CaseJournal.Line> journal = lines == 0 ? List.of() : story.journal(id, lines);
    List<UUID> members = team.members(id, act.who());
    List<CaseTeam.Temporary> temporary = team.temporary(id, act.who());
    Set<UUID> people = new HashSet<>(members);
    people.add(found.lead());
    notes.forEach(n -> people.add(n.user()));
    attached.forEach(f -> people.add(f.user()));
    journal.stream().map(CaseJournal.Line::user).filter(Objects::nonNull).forEach(people::add);
    temporary.forEach(t -> people.add(t.user()));
    return new CasePage(
        found,
        beside.parts(id, act),
        caseTasks.openTasks(id, act.who()),
        story.episodes(id, act.who()),
        story.decisions(id, act.who()),
        journal,
        story.around(id, act.who()),
        members,
        notes,
        attached,
        caseNotes.written(id),
        users.names(people),
        new CaseWords(options, act.language()),
        beside.notices(found, act),
        temporary,
        HandOvers.mayHandOver(found, act.who()),
        lines == LINES ? beside.deadlines(found, act) : List.of());
  }
}
