package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.springframework.stereotype.Component;

/** Follow-up visits and calls of the demonstration: most are planned, some were tried in vain. */
@Component
class DemoFollowUps {
  private static final int MANY = 80;
  private final FollowUps followUps;
  private final Clock clock;

  DemoFollowUps(FollowUps followUps, Clock clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  /** One each for some cases; existing ones are left as they are. */
  void enter(List<DemoFiles.Opened> opened) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<DemoFiles.Opened> cases =
        opened.stream().filter(o -> !o.state().equals("signal")).toList();
    // spread over the organisations, whose cases are consecutive
    int apart = Math.max(1, cases.size() / MANY);
    for (int i = 0; i * apart < cases.size(); i++) {
      DemoFiles.Opened one = cases.get(i * apart);
      SignedIn who = one.manager().who();
      if (followUps.next(one.id(), who).isEmpty()) {
        UUID planned =
            followUps.plan(
                one.id(),
                new FollowUp.Draft(
                    FollowUp.REASONS.get(i % FollowUp.REASONS.size()),
                    FollowUp.WAYS.get(i % 2),
                    today.plusDays(i * 3L % 40),
                    who.user(),
                    ""),
                who);
        if (i % 9 == 4) {
          followUps.inVain(one.id(), planned, "", who);
          followUps.inVain(one.id(), planned, "", who);
        }
      }
    }
  }
}
