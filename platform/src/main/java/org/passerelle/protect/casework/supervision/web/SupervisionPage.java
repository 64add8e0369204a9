package org.passerelle.protect.casework.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.casework.cases.team.StandIns;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.supervision.EmergencyAccess;
import org.passerelle.protect.casework.supervision.Workload;

/**
 * View of the supervisor's boards.
 *
 * @param lines workload per colleague
 * @param ofSupervisors items that wait for any supervisor
 * @param groups overdue items by kind
 * @param emergencies emergency accesses
 * @param absences current and future covers
 * @param waiting number of approvals that wait for the reader
 * @param names names of colleagues, by identifier
 */
public record SupervisionPage(
    List<Workload.Line> lines,
    Dues.Load ofSupervisors,
    List<Group> groups,
    List<EmergencyAccess.Look> emergencies,
    List<StandIns.Absence> absences,
    int waiting,
    Map<UUID, String> names) {
  public SupervisionPage {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
    emergencies = List.copyOf(emergencies);
    absences = List.copyOf(absences);
    names = Map.copyOf(names);
  }

  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Number of overdue items. */
  public int overdue() {
    return groups.stream().mapToInt(g -> g.items.size()).sum();
  }

  /** Unreviewed emergency accesses. */
  public List<EmergencyAccess.Look> open() {
    return emergencies.stream().filter(l -> l.reviewedAt() == null).toList();
  }

  /** Length of the longest bar in the chart, at least 1. */
  public int most() {
    return Math.max(1, lines.stream().mapToInt(Workload.Line::cases).max().orElse(1));
  }

  /** Number of open cases of the organisation. */
  public int cases() {
    return lines.stream().mapToInt(Workload.Line::cases).sum();
  }

  /** Overdue items of one kind. */
  public record Group(String key, List<DueThing> items) {
    public Group {
      items = List.copyOf(items);
    }
  }
}
