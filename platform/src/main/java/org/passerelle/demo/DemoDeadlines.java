package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines.Deadline;
import org.springframework.stereotype.Component;

/**
 * Legal deadlines of the demonstration: what was due weeks ago has been dealt with, so that only
 * the last days' is late.
 */
@Component
class DemoDeadlines {
  /** Days for which somebody may be late. */
  private static final int LATE = 14;

  /** Enough for a demonstration of the usual size. */
  private static final int MANY = 3_000;

  private final CaseDeadlines deadlines;
  private final Clock clock;

  DemoDeadlines(CaseDeadlines deadlines, Clock clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  void settle(List<DemoFiles.Opened> opened) {
    Map<UUID, DemoFiles.Opened> open =
        opened.stream()
            .filter(one -> !one.closed())
            .limit(MANY)
            .collect(Collectors.toUnmodifiableMap(DemoFiles.Opened::id, Function.identity()));
    LocalDate late = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(LATE);
    for (Deadline one : deadlines.dated(open.keySet())) {
      DemoFiles.Opened of = open.get(one.caseId());
      LocalDate due = one.due();
      if (of != null && due != null && due.isBefore(late)) {
        deadlines.settle(one.caseId(), one.event(), one.kind(), of.manager().who());
      }
    }
  }
}
