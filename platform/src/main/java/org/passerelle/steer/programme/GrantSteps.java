package org.passerelle.steer.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * The progress of a grant between application and renewal, and what is due next. Only what the
 * register knows is due; without a known date it is due without one.
 *
 * @param grant its entry
 * @param reached steps reached, the current one last; empty if unknown
 * @param due what has to happen next, overdue items first
 */
public record GrantSteps(Entry grant, List<String> reached, List<Due> due) {
  private static final List<String> STEPS =
      List.of("application", "agreement", "running", "reported", "renewed");

  public GrantSteps {
    reached = List.copyOf(reached);
    due = List.copyOf(due);
  }

  /** What has to happen. */
  public enum What {
    /** The application awaits an answer. */
    ANSWER,
    /** A tranche is to be paid. */
    TRANCHE,
    /** The organisation has to report. */
    REPORT,
    /** A report was returned and has to be submitted again. */
    REPORT_AGAIN,
    /** A report awaits acceptance. */
    ACCEPTANCE,
    /** Renewal or closure is to be decided. */
    RENEWAL
  }

  /**
   * A due item.
   *
   * @param subject number of the tranche or period of the report, or empty
   * @param on due date, or null if unknown
   * @param overdue whether the date has passed
   */
  public record Due(What what, String subject, @Nullable PartialDate on, boolean overdue) {}

  /** The progress of a grant on a day. */
  public static GrantSteps of(Entry grant, Facts facts, LocalDate today) {
    String state = grant.text("state");
    List<Due> due = new ArrayList<>();
    switch (state) {
      case "application" -> due.add(due(What.ANSWER, "", grant, "applied", null));
      case "agreement", "running", "reported", "renewed" -> {
        tranches(grant, today, due);
        reports(grant, state, today, due);
      }
      default -> {}
    }
    if (state.equals("reported") && facts.referringTo(grant, "grant").isEmpty()) {
      due.add(new Due(What.RENEWAL, "", null, false));
    }
    due.sort(Comparator.comparing((Due d) -> !d.overdue()));
    int at = STEPS.indexOf(state);
    return new GrantSteps(
        grant,
        at >= 0 ? STEPS.subList(0, at + 1) : state.isEmpty() ? List.of() : List.of(state),
        due);
  }

  private static Due due(
      What what, String subject, Entry grant, String field, @Nullable LocalDate today) {
    PartialDate on = grant.date(field).orElse(null);
    return new Due(what, subject, on, today != null && isOver(on, today));
  }

  private static void tranches(Entry grant, LocalDate today, List<Due> due) {
    for (Values tranche : grant.rows("tranches")) {
      if (!tranche.has("paid")) {
        PartialDate on = tranche.date("due").orElse(null);
        due.add(new Due(What.TRANCHE, tranche.text("number"), on, isOver(on, today)));
      }
    }
  }

  private static void reports(Entry grant, String state, LocalDate today, List<Due> due) {
    boolean accepted = false;
    for (Values report : grant.rows("reports")) {
      String period = report.text("period");
      switch (report.text("state")) {
        case "received" ->
            due.add(new Due(What.ACCEPTANCE, period, report.date("received").orElse(null), false));
        case "returned" -> due.add(new Due(What.REPORT_AGAIN, period, null, false));
        default -> accepted = true;
      }
    }
    boolean expected = state.equals("running") || state.equals("agreement");
    if (expected && !accepted && grant.rows("reports").isEmpty()) {
      due.add(due(What.REPORT, "", grant, "end", today));
    }
  }

  private static boolean isOver(@Nullable PartialDate on, LocalDate today) {
    LocalDate latest = on == null ? null : on.latest();
    return latest != null && latest.isBefore(today);
  }

  /** Whether something is overdue. */
  public boolean isOverdue() {
    return due.stream().anyMatch(Due::overdue);
  }

  /** All steps on the way from application to renewal. */
  public static List<String> steps() {
    return STEPS;
  }
}
