package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.demo.figures.DemoFigures;
import org.passerelle.register.Entry;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Seats;
import org.springframework.stereotype.Component;

/**
 * The committee of the demonstration: its members represent the five bodies, the report for 2018 is
 * approved, the programme for 2019 awaits three decisions. Figures of last year are public.
 */
@Component
class DemoSteering {
  private final Seats seats;
  private final Cycle cycle;
  private final DemoFigures figures;
  private final Clock clock;

  DemoSteering(Seats seats, Cycle cycle, DemoFigures figures, Clock clock) {
    this.seats = seats;
    this.cycle = cycle;
    this.figures = figures;
    this.clock = clock;
  }

  void convene(List<DemoHouse.Staff> staff) {
    DemoHouse.Staff manager =
        staff.stream().filter(s -> s.is(Role.PROGRAMME_MANAGER)).findFirst().orElseThrow();
    List<DemoHouse.Staff> members = staff.stream().filter(s -> s.is(Role.STEERING_MEMBER)).toList();
    List<Entry> bodies = seats.members();
    for (int i = 0; i < bodies.size() && i < members.size(); i++) {
      seats.seat(manager.who(), members.get(i).who().user(), bodies.get(i).id());
    }
    LocalDate session = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5);
    CycleDocument report = cycle.draft(manager.who(), CycleDocument.Kind.REPORT, 2018);
    cycle.submit(manager.who(), report, 1, session);
    for (DemoHouse.Staff member : members) {
      cycle.decide(member.who(), cycle.need(report.id()), true, "");
    }
    CycleDocument programme = cycle.draft(manager.who(), CycleDocument.Kind.PROGRAMME, 2019);
    cycle.submit(manager.who(), programme, 1, session);
    for (DemoHouse.Staff member : members.subList(0, Math.min(2, members.size()))) {
      cycle.decide(member.who(), cycle.need(programme.id()), true, "");
    }
  }

  /** Figures of the cases, once they are in. */
  void publish(List<DemoHouse.Staff> everybody) {
    List<DemoHouse.Staff> managers =
        everybody.stream().filter(s -> s.is(Role.PROGRAMME_MANAGER)).toList();
    figures.release(managers.get(0).who(), managers.get(1).who());
  }
}
