package org.passerelle.protect.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
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
            opened.add(one.add(openings.get(i), free.get(i), who, made, rows, lines));
          }
        });
    rows.insert(named);
    beside.accept(opened);
    audit.writeAll(who, lines);
    return opened;
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
