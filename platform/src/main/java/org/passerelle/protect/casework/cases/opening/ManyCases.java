package org.passerelle.protect.casework.cases.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.PersonSaved;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens many cases in one transaction, for imports: creates the same rows, keys and log entries as
 * {@link CaseOpening#open} and later acts, in batches. A few hundred at a time work best.
 */
@Service
public class ManyCases {
  private final CaseCodes codes;
  private final OpeningRows one;
  private final AuditLog audit;
  private final Vault vault;
  private final NamedParameterJdbcOperations named;
  private final ApplicationEventPublisher events;

  ManyCases(
      CaseCodes codes,
      OpeningRows one,
      AuditLog audit,
      Vault vault,
      NamedParameterJdbcOperations named,
      ApplicationEventPublisher events) {
    this.codes = codes;
    this.one = one;
    this.audit = audit;
    this.vault = vault;
    this.named = named;
    this.events = events;
  }

  /**
   * Opens all cases, or none; the user becomes their lead.
   *
   * @return identifiers of the cases, in the given order
   */
  @Transactional
  public List<UUID> open(List<Opening> openings, SignedIn who) {
    return open(openings, who, opened -> {});
  }

  /**
   * The same with additional data of the cases.
   *
   * @param beside stores the additional data, in the same transaction
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
   * Opens cases of invented people in bulk. Skips the search for similar files, which takes longer
   * than opening the cases.
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
            opened.add(one.add(openings.get(i), free.get(i), who, made, rows, lines));
          }
        });
    rows.insert(named);
    beside.accept(opened);
    audit.writeAll(who, lines);
    return opened;
  }

  /**
   * A case with its known history.
   *
   * @param closedFor code of the reason for closing; null if the case is open
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
