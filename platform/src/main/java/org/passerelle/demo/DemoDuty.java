package org.passerelle.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.pages.Reader;
import org.passerelle.protect.sharing.duty.Duties;
import org.passerelle.protect.sharing.duty.DutyNumbers;
import org.springframework.stereotype.Component;

/** Night duty rota for the coming weeks, and contacts; all numbers are invented. */
@Component
class DemoDuty {
  private static final int WEEKS = 3;
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private final Duties duties;
  private final DutyNumbers numbers;
  private final Reader reader;
  private final Clock clock;

  DemoDuty(Duties duties, DutyNumbers numbers, Reader reader, Clock clock) {
    this.duties = duties;
    this.numbers = numbers;
    this.reader = reader;
    this.clock = clock;
  }

  /** Does nothing if it was done before. */
  void arrange(List<DemoHouse.Staff> staff) {
    for (DemoHouse.Staff one : staff) {
      SignedIn who = one.who();
      if (one.is(Role.SUPERVISOR) && numbers.of(who.organisation()).isEmpty()) {
        numbers.add("Head of the night shift", "+381 00 000 101", true, who);
        numbers.add("Director", "+381 00 000 102", false, who);
        if (duties.coming(who.organisation(), Duration.ofDays(1)).isEmpty()) {
          rota(who);
        }
      }
    }
  }

  private void rota(SignedIn who) {
    ZoneId zone = reader.of(who.organisation()).zone();
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    List<User> team = duties.colleagues(who.organisation());
    for (int week = 0; week < WEEKS; week++) {
      UUID user = team.get(week % team.size()).id();
      LocalDate first = today.plusWeeks(week);
      LocalDate last = first.plusDays(6);
      duties.arrange(
          user,
          new Duties.Hours(first, last, EnumSet.allOf(DayOfWeek.class), EVENING, MORNING, zone),
          who);
      UUID other = team.get((week + 1) % team.size()).id();
      duties.arrange(other, new Duties.Hours(first, last, WEEKEND, MORNING, EVENING, zone), who);
    }
  }
}
