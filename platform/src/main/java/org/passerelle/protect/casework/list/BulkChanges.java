package org.passerelle.protect.casework.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many cases at once, each by the same rules and with the same journal and log entries as a
 * single change. Can be undone within an hour for cases that nobody has changed since.
 */
@Service
public class BulkChanges {
  /** Maximum number of cases changed at once. */
  public static final int MOST = 200;

  /** Recorded instead of a state if a supervisor's approval was requested. */
  public static final String ASKED = "asked";

  private static final Duration UNDONE_WITHIN = Duration.ofHours(1);
  private final JdbcClient db;
  private final CaseSight sight;
  private final Cases cases;
  private final CaseStates states;
  private final CaseReassignments caseReassignments;
  private final CaseTasks caseTasks;
  private final Identifiers identifiers;
  private final Clock clock;

  BulkChanges(
      JdbcClient db,
      CaseSight sight,
      Cases cases,
      CaseStates states,
      CaseReassignments caseReassignments,
      CaseTasks caseTasks,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.cases = cases;
    this.states = states;
    this.caseReassignments = caseReassignments;
    this.caseTasks = caseTasks;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A change to be made.
   *
   * @param action {@code assign}, {@code task}, {@code close} or {@code reopen}
   * @param lead new lead, for {@code assign}
   * @param kind kind of the task, or reason for closing
   * @param due deadline of the task
   */
  public record Wish(
      String action, @Nullable UUID lead, String kind, String title, @Nullable Instant due) {}

  /**
   * Effect of the change on a case.
   *
   * @param problem key of the reason why it is left out, or empty
   */
  public record Preview(UUID id, String code, String pseudonym, String problem) {}

  /** A completed bulk change. */
  public record Done(
      UUID id, String action, Instant at, boolean undone, boolean undoable, List<Changed> cases) {
    public Done {
      cases = List.copyOf(cases);
    }
  }

  /** A changed case, with the values before and after as codes or identifiers. */
  public record Changed(UUID file, String code, String before, String after) {}

  /**
   * States for each case whether the change is possible; cases that the reader does not see are
   * left out.
   */
  @Transactional(readOnly = true)
  public List<Preview> preview(Wish wish, List<UUID> ids, SignedIn who) {
    List<Preview> preview = new ArrayList<>();
    for (UUID id : ids.stream().distinct().limit(MOST).toList()) {
      if (cases.sees(id, who)) {
        Case found = cases.find(id, who);
        preview.add(
            new Preview(id, found.code(), found.details().pseudonym(), problem(wish, found, who)));
      }
    }
    return preview;
  }

  private static String problem(Wish wish, Case found, SignedIn who) {
    boolean names = CaseReassignments.mayHandOver(found, who);
    return switch (wish.action) {
      case "assign" ->
          !found.open()
              ? "cases.bulk.closed"
              : !names
                  ? "cases.bulk.not-lead"
                  : found.lead().equals(wish.lead) ? "cases.bulk.same-lead" : "";
      case "close" -> found.open() ? "" : "cases.bulk.closed";
      case "reopen" -> found.open() ? "cases.bulk.open" : "";
      case "task" -> found.open() ? "" : "cases.bulk.closed";
      default -> throw new NotFound();
    };
  }

  /** Applies the change to all cases where it is possible, or to none. */
  @Transactional
  public UUID run(Wish wish, List<UUID> ids, SignedIn who) {
    UUID change = identifiers.next();
    db.sql(
            """
            insert into bulk_change (id, organisation, user_id, action, at)
            values (:id, :organisation, :user, :action, :at)
            """)
        .param("id", change)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("action", wish.action)
        .param("at", Columns.now(clock))
        .update();
    for (Preview one : preview(wish, ids, who)) {
      if (one.problem.isEmpty()) {
        Case found = cases.find(one.id, who);
        String before =
            wish.action.equals("assign") ? found.lead().toString() : found.state().code();
        db.sql(
                """
                insert into bulk_change_case (change, case_id, before, after) values (:change, :case, :before, :after)
                """)
            .param("change", change)
            .param("case", one.id)
            .param("before", before)
            .param("after", change(wish, one.id, who))
            .update();
      }
    }
    return change;
  }

  private String change(Wish wish, UUID id, SignedIn who) {
    switch (wish.action) {
      case "assign" -> {
        UUID lead = Optional.ofNullable(wish.lead).orElseThrow(NotFound::new);
        caseReassignments.handOver(id, lead, "", true, who);
        return lead.toString();
      }
      case "close" -> {
        // if approval is required, the case stays open until then
        return states.close(id, wish.kind, who).isPresent() ? ASKED : CaseState.CLOSED.code();
      }
      case "reopen" -> {
        states.reopen(id, who);
        return CaseState.REOPENED.code();
      }
      default -> {
        Instant due = Optional.ofNullable(wish.due).orElseThrow(NotFound::new);
        return caseTasks.task(id, wish.kind, wish.title, due, who.user(), who).toString();
      }
    }
  }

  /** A completed change, for the user who made it. */
  @Transactional(readOnly = true)
  public Done find(UUID change, SignedIn who) {
    List<Changed> changed =
        sight
            .sql(
                """
                select b.case_id, c.code, b.before, b.after
                  from bulk_change_case b join {case c} on c.id = b.case_id
                 where b.change = :change and {seen c} order by c.code
                """,
                who)
            .param("change", change)
            .query(
                (row, i) ->
                    new Changed(
                        row.getObject("case_id", UUID.class),
                        row.getString("code"),
                        row.getString("before"),
                        row.getString("after")))
            .list();
    return db.sql("select * from bulk_change where id = :id and user_id = :user")
        .param("id", change)
        .param("user", who.user())
        .query(
            (row, i) -> {
              Instant at = Columns.instant(row, "at");
              boolean undone = row.getObject("undone_at") != null;
              return new Done(
                  change,
                  row.getString("action"),
                  at,
                  undone,
                  !undone && clock.instant().isBefore(at.plus(UNDONE_WITHIN)),
                  changed);
            })
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Undoes a change.
   *
   * @return codes of cases that were changed since and stay as they are
   */
  @Transactional
  public List<String> undo(UUID change, SignedIn who) {
    Done done = find(change, who);
    if (!done.undoable) {
      throw new Refused("cases.refused.undo");
    }
    List<String> left = new ArrayList<>();
    for (Changed one : done.cases) {
      if (!cases.sees(one.file, who) || !takenBack(done.action, one, who)) {
        left.add(one.code);
      }
    }
    db.sql("update bulk_change set undone_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", change)
        .update();
    return left;
  }

  private boolean takenBack(String action, Changed one, SignedIn who) {
    Case found = cases.find(one.file, who);
    switch (action) {
      case "assign" -> {
        if (!found.lead().toString().equals(one.after) || !found.open()) {
          return false;
        }
        caseReassignments.giveBack(one.file, UUID.fromString(one.before), who);
        return true;
      }
      case "task" -> {
        return caseTasks.takeBack(one.file, UUID.fromString(one.after), who);
      }
      default -> {
        if (!found.state().code().equals(one.after)) {
          return false;
        }
        states.restoreState(one.file, CaseState.of(one.before), who);
        return true;
      }
    }
  }
}
