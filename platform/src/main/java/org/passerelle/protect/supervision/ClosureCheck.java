package org.passerelle.protect.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is still open before a case is closed. It names what is missing and forbids nothing. */
@Service
public class ClosureCheck {
  private final CaseTasks caseTasks;
  private final Referrals referrals;
  private final Consents consents;
  private final Clock clock;

  ClosureCheck(CaseTasks caseTasks, Referrals referrals, Consents consents, Clock clock) {
    this.caseTasks = caseTasks;
    this.referrals = referrals;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * One line of the list.
   *
   * @param key {@code tasks}, {@code referrals}, {@code drafts}, {@code consents}, {@code
   *     follow-up}
   * @param open how many stand open; for the follow-up one if none is planned
   * @param path below the case's address where it is settled, or empty
   */
  public record Point(String key, int open, String path) {
    /** Whether nothing is missing. */
    public boolean settled() {
      return open == 0;
    }
  }

  /** The list for a case. */
  @Transactional(readOnly = true)
  public List<Point> of(UUID caseId, ZoneId zone, SignedIn who) {
    List<CaseTasks.Task> tasks = caseTasks.openTasks(caseId, who);
    var sent = referrals.of(caseId, who);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<Point> points = new ArrayList<>();
    int toDo = (int) tasks.stream().filter(t -> !t.kind().equals("follow_up")).count();
    points.add(new Point("tasks", toDo, ""));
    points.add(
        new Point("referrals", (int) sent.stream().filter(r -> r.awaited()).count(), "/referrals"));
    points.add(
        new Point(
            "drafts",
            (int) sent.stream().filter(r -> r.state().equals("draft")).count(),
            "/referrals"));
    points.add(
        new Point(
            "consents",
            (int) consents.of(caseId, who).stream().filter(c -> c.holds(today)).count(),
            "/consents"));
    boolean planned = tasks.stream().anyMatch(t -> t.kind().equals("follow_up"));
    points.add(new Point("follow-up", planned ? 0 : 1, ""));
    return points;
  }
}
