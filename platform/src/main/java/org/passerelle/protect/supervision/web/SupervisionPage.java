package org.passerelle.protect.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.cases.StandIns;
import org.passerelle.protect.due.DueThing;
import org.passerelle.protect.due.Dues;
import org.passerelle.protect.supervision.EmergencyAccess;
import org.passerelle.protect.supervision.Workload;

/**
 * What a supervisor sees of the organisation.
 *
 * @param lines who carries how much
 * @param ofSupervisors what waits for supervisors, whoever of them does it
 * @param groups what is overdue, by kind
 * @param emergencies what was opened in an emergency
 * @param absences covers that run or will
 * @param waiting how many approvals wait for the reader
 * @param names of colleagues, by identifier
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

  /** What a colleague is called. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** How many things are overdue. */
  public int overdue() {
    return groups.stream().mapToInt(g -> g.items.size()).sum();
  }

  /** Emergencies that nobody has judged. */
  public List<EmergencyAccess.Look> open() {
    return emergencies.stream().filter(l -> l.reviewedAt() == null).toList();
  }

  /** The longest bar of the drawing, at least one. */
  public int most() {
    return Math.max(1, lines.stream().mapToInt(Workload.Line::cases).max().orElse(1));
  }

  /** Open cases of the organisation. */
  public int cases() {
    return lines.stream().mapToInt(Workload.Line::cases).sum();
  }

  /** What is overdue of one kind. */
  public record Group(String key, List<DueThing> items) {
    public Group {
      items = List.copyOf(items);
    }
  }
}
