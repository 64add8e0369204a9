package org.passerelle.protect.casework.cases.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.partner.LegalDeadlines;
import org.passerelle.partner.LegalDeadlines.Rule;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines that follow from the decisions of a case: the date stated in a decision itself, and
 * those set by the law of the responsible country. A rule that has not been verified is shown
 * without a date; a task with the date from the official document takes its place.
 */
@Service
public class CaseDeadlines {
  /** Number of days for which the boards still show a missed deadline. */
  public static final int REMEMBERED = 90;

  /** The kind of task that stands for each kind of deadline. */
  private static final Map<String, String> TASKS =
      Map.of(
          "recovery-reflection", "reflection_period_ends",
          "appeal-identification", "appeal_deadline",
          "appeal-residence", "appeal_deadline",
          "right-to-be-heard", "hearing",
          "hearing", "hearing",
          "residence-permit", "permit_ends",
          "compensation-claim", "compensation",
          "guardian", "request_guardian");

  private final JdbcClient db;
  private final DecisionEvents events;
  private final Cases cases;
  private final LegalDeadlines law;
  private final AuditLog audit;
  private final CaseJournal journal;
  private final Clock clock;

  CaseDeadlines(
      JdbcClient db,
      DecisionEvents events,
      Cases cases,
      LegalDeadlines law,
      AuditLog audit,
      CaseJournal journal,
      Clock clock) {
    this.db = db;
    this.events = events;
    this.cases = cases;
    this.law = law;
    this.audit = audit;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A deadline of a case.
   *
   * @param kind {@code appeal} for the date stated in a decision, otherwise the kind of the rule
   * @param event the decision from which it runs
   * @param due last day; null while the rule is not verified
   * @param rule null for the date stated in the decision
   * @param task kind of the task that could stand for it, or empty
   */
  public record Deadline(
      UUID caseId,
      String code,
      UUID lead,
      String kind,
      UUID event,
      String eventKind,
      LocalDate eventOn,
      @Nullable LocalDate due,
      @Nullable Rule rule,
      String task) {}

  /** Deadlines of a case, earliest first and unverified ones last. */
  @Transactional(readOnly = true)
  public List<Deadline> of(Case file, SignedIn who) {
    if (!cases.sees(file.id(), who) || !file.open()) {
      return List.of();
    }
    Set<String> settled = events.settled(List.of(file.id()));
    Set<String> tasks = events.taskKinds(file.id());
    List<Deadline> found = new ArrayList<>();
    for (DecisionEvents.Event event : events.events(List.of(file.id()))) {
      for (Deadline deadline : deadlines(event)) {
        boolean entered = deadline.due == null && tasks.contains(deadline.task);
        if (!entered
            && !isLongPast(deadline)
            && !settled.contains(deadline.event + deadline.kind)) {
          found.add(deadline);
        }
      }
    }
    found.sort(Comparator.comparing(d -> d.due == null ? LocalDate.MAX : d.due));
    return found;
  }

  /** Deadlines with a date of the given open cases; without an access check. */
  @Transactional(readOnly = true)
  public List<Deadline> dated(Collection<UUID> cases) {
    Set<String> settled = events.settled(cases);
    List<Deadline> found = new ArrayList<>();
    for (DecisionEvents.Event event : events.events(cases)) {
      for (Deadline deadline : deadlines(event)) {
        if (deadline.due != null
            && !isLongPast(deadline)
            && !settled.contains(deadline.event + deadline.kind)) {
          found.add(deadline);
        }
      }
    }
    return found;
  }

  /**
   * Code of a deadline's rule, by which its text is found; empty for the date stated in a decision.
   */
  static String code(Deadline deadline) {
    Rule rule = deadline.rule;
    return rule == null ? "" : rule.id();
  }

  /** The rule with a code, if it still exists. */
  @Nullable Rule rule(String code) {
    return law.verified().stream().filter(rule -> rule.id().equals(code)).findFirst().orElse(null);
  }

  /**
   * Marks a deadline as dealt with.
   *
   * @throws NotFound if the case has no such deadline for this reader
   */
  @Transactional
  public void settle(UUID caseId, UUID event, String kind, SignedIn who) {
    Case file = cases.find(caseId, who);
    Deadline deadline =
        of(file, who).stream()
            .filter(d -> d.event.equals(event) && d.kind.equals(kind))
            .findFirst()
            .orElseThrow(NotFound::new);
    db.sql(
            """
            insert into deadline_settled (decision, kind, case_id, at, by_user)
            values (:decision, :kind, :case, :now, :user)
            """)
        .param("decision", event)
        .param("kind", kind)
        .param("case", caseId)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    journal.add(caseId, "deadline.settled", "", event, who);
    audit.write(
        who,
        "deadline.settled",
        "case",
        caseId,
        Map.of("decision", deadline.event.toString(), "kind", kind));
  }

  /** A deadline that passed long ago is shown with its decision but no longer among due items. */
  private boolean isLongPast(Deadline deadline) {
    LocalDate due = deadline.due;
    Rule rule = deadline.rule;
    LocalDate last =
        due != null
            ? due
            : rule == null || rule.length() == null
                ? deadline.eventOn
                : deadline.eventOn.plus(rule.length());
    return Days.over(last.plusDays(REMEMBERED), clock.instant());
  }

  private List<Deadline> deadlines(DecisionEvents.Event event) {
    List<Deadline> found = new ArrayList<>();
    LocalDate named = event.appealUntil();
    if (named != null) {
      found.add(deadline(event, "appeal", named, null));
    }
    for (Rule rule : law.from(event.country(), event.kind(), event.on())) {
      // the date stated in the decision takes precedence
      if (named == null || !rule.kind().startsWith("appeal")) {
        Optional<LocalDate> end = law.end(rule, event.on());
        found.add(deadline(event, rule.kind(), end.orElse(null), rule));
      }
    }
    return found;
  }

  private static Deadline deadline(
      DecisionEvents.Event event, String kind, @Nullable LocalDate due, @Nullable Rule rule) {
    return new Deadline(
        event.caseId(),
        event.code(),
        event.lead(),
        kind,
        event.id(),
        event.kind(),
        event.on(),
        due,
        rule,
        TASKS.getOrDefault(kind, ""));
  }
}
