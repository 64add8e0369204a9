package org.passerelle.protect.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.followup.FollowUps;
import org.passerelle.protect.placement.stay.Stay;
import org.passerelle.protect.placement.stay.Stays;
import org.passerelle.protect.referral.Referrals;
import org.passerelle.protect.solution.DurableSolutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists unfinished matters before a case is closed. It does not prevent closing. */
@Service
public class ClosureCheck {
  private final Cases cases;
  private final CaseTasks caseTasks;
  private final FollowUps followUps;
  private final Referrals referrals;
  private final Consents consents;
  private final DurableSolutions solutions;
  private final Stays stays;
  private final Clock clock;

  ClosureCheck(
      Cases cases,
      CaseTasks caseTasks,
      FollowUps followUps,
      Referrals referrals,
      Consents consents,
      DurableSolutions solutions,
      Stays stays,
      Clock clock) {
    this.cases = cases;
    this.caseTasks = caseTasks;
    this.followUps = followUps;
    this.referrals = referrals;
    this.consents = consents;
    this.solutions = solutions;
    this.stays = stays;
    this.clock = clock;
  }

  /**
   * An unfinished matter.
   *
   * @param key {@code missing}, {@code placement}, {@code tasks}, {@code referrals}, {@code
   *     drafts}, {@code consents}, {@code solution}, {@code follow-up}
   * @param open number of unfinished items; 1 if the durable solution or the follow-up is missing
   * @param path path below the URL of the case where it can be settled, or empty
   */
  public record Point(String key, int open, String path) {
    /** Whether nothing is unfinished. */
    public boolean settled() {
      return open == 0;
    }
  }

  /** All points for a case. */
  @Transactional(readOnly = true)
  public List<Point> of(UUID caseId, SignedIn who) {
    List<CaseTasks.Task> tasks = caseTasks.openTasks(caseId, who);
    var sent = referrals.of(caseId, who);
    List<Point> points = new ArrayList<>(placement(caseId, who));
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
            (int) consents.of(caseId, who).stream().filter(c -> c.holds(clock.instant())).count(),
            "/consents"));
    boolean planned =
        followUps.next(caseId, who).isPresent()
            || tasks.stream().anyMatch(t -> t.kind().equals("follow_up"));
    boolean solved = solutions.decided(caseId).isPresent();
    // adults decide for themselves where they live
    if (solved || cases.find(caseId, who).minor()) {
      points.add(new Point("solution", solved ? 0 : 1, "/solutions"));
    }
    points.add(new Point("follow-up", planned ? 0 : 1, ""));
    return points;
  }

  /** For a placed person: whether they are missing, and whether a bed is allocated. */
  private List<Point> placement(UUID caseId, SignedIn who) {
    List<Stay> all = stays.ofCase(caseId, who);
    if (all.isEmpty()) {
      return List.of();
    }
    int missing = (int) all.stream().filter(stay -> stay.state().equals("missing")).count();
    int open = (int) all.stream().filter(Stay::open).count() - missing;
    List<Point> points = new ArrayList<>();
    if (missing > 0) {
      points.add(new Point("missing", missing, "/placement"));
    }
    points.add(new Point("placement", open, "/placement"));
    return points;
  }
}
