package org.passerelle.protect.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.language.Texts;
import org.passerelle.pages.Reader;
import org.passerelle.protect.cases.CaseDeadlines;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.LegalWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody's deadlines as a calendar shows them: the code of the case and the kind of deadline,
 * nothing else.
 */
@Service
public class OwnCalendar {
  private static final int AHEAD = 370;
  private static final int TASKS = 500;
  private final CaseTasks caseTasks;
  private final CaseDeadlines deadlines;
  private final FormDefinitions definitions;
  private final Reader reader;
  private final Clock clock;

  OwnCalendar(
      CaseTasks caseTasks,
      CaseDeadlines deadlines,
      FormDefinitions definitions,
      Reader reader,
      Clock clock) {
    this.caseTasks = caseTasks;
    this.deadlines = deadlines;
    this.definitions = definitions;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * One entry.
   *
   * @param id stable and without meaning outside the house
   * @param at the moment, or null for a whole day
   * @param day of the deadline
   * @param words code of the case and kind of the deadline
   */
  public record Entry(String id, @Nullable Instant at, LocalDate day, String words) {}

  /** The owner's deadlines: open tasks, and what the law or a decision sets. */
  @Transactional(readOnly = true)
  public List<Entry> entries(SignedIn who, Language language, Texts texts) {
    ZoneId zone = reader.place(who).zone();
    List<Entry> entries = new ArrayList<>();
    for (CaseTasks.Task task : caseTasks.mine(who, TASKS)) {
      entries.add(
          new Entry(
              task.id().toString(),
              task.due(),
              LocalDate.ofInstant(task.due(), zone),
              task.code() + " " + definitions.lists().label("task_kinds", task.kind(), language)));
    }
    LegalWords words = new LegalWords(texts);
    LocalDate until = LocalDate.ofInstant(clock.instant(), zone).plusDays(AHEAD);
    for (CaseDeadlines.Deadline deadline : deadlines.dated(who, false, until, zone)) {
      LocalDate due = deadline.due();
      if (due != null) {
        entries.add(
            new Entry(
                deadline.event() + "-" + deadline.kind(),
                null,
                due,
                deadline.code() + " " + words.of(deadline)));
      }
    }
    return entries;
  }
}
