package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Consents of some adults for recipients in the country, so that the data protection officer of a
 * small demonstration finds one in each state.
 */
@Component
class DemoConsents {
  /** Beginning and end in days from today, and whether they were withdrawn. */
  private static final List<Period> PERIODS =
      List.of(
          new Period(-160, 9, false),
          new Period(-40, 140, false),
          new Period(-75, 105, true),
          new Period(-210, -24, false),
          new Period(-12, 168, false));

  private final Consents consents;
  private final Clock clock;

  DemoConsents(Consents consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  private record Period(int from, int until, boolean withdrawn) {}

  /** In separate transactions, as referrals are; skips cases that have one already. */
  void ask(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    for (DemoHouse.Staff officer : staff) {
      if (officer.is(Role.DATA_PROTECTION_OFFICER)) {
        near(officer, staff).ifPresent(to -> ask(opened, officer, to));
      }
    }
  }

  /** Another organisation of the same country. */
  private static Optional<UUID> near(DemoHouse.Staff officer, List<DemoHouse.Staff> staff) {
    return staff.stream()
        .map(DemoHouse.Staff::organisation)
        .filter(one -> one.country().equals(officer.organisation().country()))
        .map(one -> one.id())
        .filter(id -> !id.equals(officer.organisation().id()))
        .findFirst();
  }

  private void ask(List<DemoFiles.Opened> opened, DemoHouse.Staff officer, UUID recipient) {
    List<DemoFiles.Opened> adults =
        opened.stream()
            .filter(one -> one.manager().organisation().id().equals(officer.organisation().id()))
            .filter(one -> !one.child() && !one.closed())
            .toList();
    int next = 0;
    for (int i = adults.size() - 1; i >= 0 && next < PERIODS.size(); i--) {
      if (asked(adults.get(i), recipient, PERIODS.get(next))) {
        next++;
      }
    }
  }

  private boolean asked(DemoFiles.Opened one, UUID recipient, Period period) {
    SignedIn who = one.manager().who();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      if (consents.of(one.id(), who).isEmpty()) {
        UUID id =
            consents.record(
                one.id(),
                new ConsentDraft(
                    true,
                    "assistance",
                    recipient,
                    Set.of("identity", "contact"),
                    "adult",
                    null,
                    one.manager().language().tag().substring(0, 2),
                    false,
                    null,
                    today.plusDays(period.from),
                    today.plusDays(period.until),
                    ""),
                who);
        if (period.withdrawn) {
          consents.withdraw(one.id(), id, who);
        }
      }
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
