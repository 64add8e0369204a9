package org.passerelle.protect.casework.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.solution.DurableSolutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists unfinished matters before a case is closed. It does not prevent closing. */
@Service
public class ClosureCheck {
  private static final List<String> ORDER =
      List.of(
          "missing",
          "placement",
          "tasks",
          "referrals",
          "drafts",
          "consents",
          "solution",
          "follow-up");

  private final Cases cases;
  private final CaseTasks caseTasks;
  private final FollowUps followUps;
  private final DurableSolutions solutions;
  private final Stays stays;
  private final List<ClosurePoints> others;

  ClosureCheck(
      Cases cases,
      CaseTasks caseTasks,
      FollowUps followUps,
      DurableSolutions solutions,
      Stays stays,
      List<ClosurePoints> others) {
    this.cases = cases;
    this.caseTasks = caseTasks;
    this.followUps = followUps;
    this.solutions = solutions;
    this.stays = stays;
    this.others = List.copyOf(others);
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

  /** All points for a case, in the order in which they are shown. */
  @Transactional(readOnly = true)
  public List<Point> of(UUID caseId, SignedIn who) {
    List<CaseTasks.Task> tasks = caseTasks.openTasks(caseId, who);
    List<Point> points = new ArrayList<>(placement(caseId, who));
    int toDo = (int) tasks.stream().filter(t -> !t.kind().equals("follow_up")).count();
    points.add(new Point("tasks", toDo, ""));
    others.forEach(other -> points.addAll(other.of(caseId, who)));
    boolean planned =
        followUps.next(caseId, who).isPresent()
            || tasks.stream().anyMatch(t -> t.kind().equals("follow_up"));
    boolean solved = solutions.decided(caseId).isPresent();
    // adults decide for themselves where they live
    if (solved || cases.find(caseId, who).minor()) {
      points.add(new Point("solution", solved ? 0 : 1, "/solutions"));
    }
    points.add(new Point("follow-up", planned ? 0 : 1, ""));
    points.sort(Comparator.comparingInt(point -> ORDER.indexOf(point.key())));
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
