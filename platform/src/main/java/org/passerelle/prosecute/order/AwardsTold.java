package org.passerelle.prosecute.order;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.victim.VictimEnded;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.casework.compensation.ReportedAwards;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the team of a victim's case what a court ordered in the victim's favour, while the basis
 * holds on which the case entered: amount, day and how the order stands, never against whom, and
 * nothing of the investigation (decision 0147).
 */
@Component
class AwardsTold {
  private final CourtOrderRows rows;
  private final Victims victims;
  private final ReportedAwards awards;
  private final InvestigationRecord records;

  AwardsTold(
      CourtOrderRows rows, Victims victims, ReportedAwards awards, InvestigationRecord records) {
    this.rows = rows;
    this.victims = victims;
    this.awards = awards;
    this.records = records;
  }

  /** Lets nobody end the basis of a victim before this transaction has ended. */
  void hold(@Nullable UUID victim, SignedIn who) {
    if (victim != null) {
      victims.linkedCase(victim, who.organisation());
    }
  }

  /** Tells how an order stands now; whoever knows it already is told again. */
  void tell(UUID investigation, CourtOrder order, SignedIn who) {
    UUID victim = order.victim();
    if (victim == null || order.struck()) {
      return;
    }
    victims
        .linkedCase(victim, who.organisation())
        .ifPresent(
            caseId -> {
              OrderCourse course = order.course();
              awards.tell(
                  caseId,
                  who.organisation(),
                  new ReportedAwards.Told(
                      order.id(),
                      Objects.requireNonNull(order.amount()),
                      order.currency(),
                      order.on(),
                      course.standing(),
                      course.kept()));
              log(investigation, "order.told", order.id(), who);
            });
  }

  private void log(UUID investigation, String action, UUID order, SignedIn who) {
    records.log(investigation, action, Map.of("order", order.toString()), who);
  }

  /** Takes back what was told of an order. */
  void takeBack(UUID investigation, UUID order, SignedIn who) {
    if (awards.takeBack(order)) {
      log(investigation, "order.told-back", order, who);
    }
  }

  boolean isTold(UUID order) {
    return awards.isTold(order);
  }

  /** Nothing leads to the case any more; what its team was told stays with it. */
  @EventListener
  void on(VictimEnded ended) {
    awards.unlink(rows.inFavourOf(ended.victim()));
  }
}
