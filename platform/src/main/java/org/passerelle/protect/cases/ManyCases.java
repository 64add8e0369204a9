package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.PartialDate;
import org.passerelle.protect.cases.CaseRecord.Written;
import org.passerelle.protect.person.KnownBirth;
import org.passerelle.protect.person.NewPersons;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.PersonSaved;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens many cases in one transaction, as an import does: the same rows, keys and lines of the log
 * as {@link CaseOpening#open} and what follows it, in batches. A few hundred at a time are best.
 */
@Service
public class ManyCases {
  private final NewPersons persons;
  private final NewCases cases;
  private final CaseCodes codes;
  private final Episodes episodes;
  private final Decisions decisions;
  private final CaseNotes notes;
  private final CaseTasks tasks;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Vault vault;
  private final NamedParameterJdbcOperations named;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ManyCases(
      NewPersons persons,
      NewCases cases,
      CaseCodes codes,
      Episodes episodes,
      Decisions decisions,
      CaseNotes notes,
      CaseTasks tasks,
      CaseJournal journal,
      AuditLog audit,
      Vault vault,
      NamedParameterJdbcOperations named,
      Clock clock,
      ApplicationEventPublisher events) {
    this.persons = persons;
    this.cases = cases;
    this.codes = codes;
    this.episodes = episodes;
    this.decisions = decisions;
    this.notes = notes;
    this.tasks = tasks;
    this.journal = journal;
    this.audit = audit;
    this.vault = vault;
    this.named = named;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Opens them all, or none; whoever opens them leads them.
   *
   * @return identifiers of the cases, in the order given
   */
  @Transactional
  public List<UUID> open(List<Opening> openings, SignedIn who) {
    return open(openings, who, opened -> {});
  }

  /**
   * The same, with what else belongs to the cases.
   *
   * @param beside stores it, in the same transaction
   */
  @Transactional
  public List<UUID> open(List<Opening> openings, SignedIn who, Consumer<List<UUID>> beside) {
    List<UUID> made = new ArrayList<>();
    List<UUID> opened = open(openings, who, made, beside);
    if (!made.isEmpty()) {
      events.publishEvent(new PersonSaved(made, who.organisation()));
    }
    return opened;
  }

  /**
   * The same for invented people by the ten thousand: files like theirs are not looked for, which
   * takes longer than to open them.
   */
  @Transactional
  public List<UUID> openUncompared(List<Opening> openings, SignedIn who) {
    return open(openings, who, new ArrayList<>(), opened -> {});
  }

  private List<UUID> open(
      List<Opening> openings, SignedIn who, List<UUID> made, Consumer<List<UUID>> beside) {
    Rows rows = new Rows();
    List<AuditLog.Line> lines = new ArrayList<>();
    List<UUID> opened = new ArrayList<>();
    List<String> free = codes.next(openings.size());
    vault.inBatch(
        () -> {
          for (int i = 0; i < openings.size(); i++) {
            opened.add(open(openings.get(i), free.get(i), who, made, rows, lines));
          }
        });
    rows.insert(named);
    beside.accept(opened);
    audit.writeAll(who, lines);
    return opened;
  }

  private UUID open(
      Opening opening,
      String code,
      SignedIn who,
      List<UUID> made,
      Rows rows,
      List<AuditLog.Line> lines) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    NewCases.Written opened =
        new NewCases.Written(utc(opening.openedAt, now), utc(opening.changedAt, now));
    NewPersons.Added person = persons.add(opening.person, opened.opened(), who, rows);
    made.add(person.id());
    UUID id = cases.add(person, code, opening.draft, state(opening), opened, who, rows);
    Written written = new Written(id, opened.changed(), who);
    lines.add(new AuditLog.Line("case.opened", "case", id, Map.of()));
    PartialDate birth = KnownBirth.of(opening.person.identity());
    for (Episodes.Draft draft : opening.episodes) {
      boolean minor = episodes.minorThen(person.minor(), birth, Episodes.from(draft));
      UUID episode = episodes.add(written, draft, minor, rows);
      lines.add(line("episode.added", id, Map.of("episode", episode.toString())));
    }
    for (Decisions.Draft draft : opening.decisions) {
      UUID decision = decisions.add(written, draft, rows);
      lines.add(
          line(
              "decision.recorded",
              id,
              Map.of("decision", decision.toString(), "kind", draft.kind())));
    }
    for (CaseNotes.Draft draft : opening.notes) {
      UUID note = notes.add(written, draft, rows);
      lines.add(line("note.added", id, Map.of("note", note.toString())));
    }
    for (CaseTasks.Draft draft : opening.tasks) {
      UUID task = tasks.add(written, draft, rows);
      lines.add(line("task.added", id, Map.of("task", task.toString())));
      rows.add(
          """
          update protect_case set next_due = least(coalesce(next_due, :due), :due) where id = :case
          """,
          Map.of("due", OffsetDateTime.ofInstant(draft.due(), ZoneOffset.UTC), "case", id));
    }
    if (opening.closedFor != null) {
      journal.add(id, "case.closed", opening.closedFor, null, written.at(), who, rows);
      lines.add(line("case.closed", id, Map.of("reason", opening.closedFor)));
    }
    return id;
  }

  private static CaseState state(Opening opening) {
    CaseState state = CaseState.SIGNAL;
    for (Decisions.Draft draft : opening.decisions) {
      state = Decisions.after(draft, state);
    }
    return opening.closedFor == null ? state : CaseState.CLOSED;
  }

  private static AuditLog.Line line(String action, UUID id, Map<String, String> detail) {
    return new AuditLog.Line(action, "case", id, detail);
  }

  private static OffsetDateTime utc(@Nullable Instant at, OffsetDateTime now) {
    return at == null ? now : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  /**
   * A case with what is already known of it.
   *
   * @param closedFor code of the reason why the work has ended; null if it goes on
   * @param openedAt when it was opened; null for now
   * @param changedAt when it was last changed; null for now
   */
  public record Opening(
      PersonDraft person,
      CaseDraft draft,
      List<Episodes.Draft> episodes,
      List<Decisions.Draft> decisions,
      List<CaseNotes.Draft> notes,
      List<CaseTasks.Draft> tasks,
      @Nullable String closedFor,
      @Nullable Instant openedAt,
      @Nullable Instant changedAt) {
    public Opening {
      episodes = List.copyOf(episodes);
      decisions = List.copyOf(decisions);
      notes = List.copyOf(notes);
      tasks = List.copyOf(tasks);
    }
  }
}
