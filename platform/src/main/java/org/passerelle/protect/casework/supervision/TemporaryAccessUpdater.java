package org.passerelle.protect.casework.supervision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives stand-ins access to cases added since, and ends expired access. */
@Component
class TemporaryAccessUpdater {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryAccessUpdater.class);
  private final Absences absences;
  private final EmergencyAccess emergencies;

  TemporaryAccessUpdater(Absences absences, EmergencyAccess emergencies) {
    this.absences = absences;
    this.emergencies = emergencies;
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.temporary-access.after}",
      fixedDelayString = "${schedule.protect.temporary-access.every}")
  void look() {
    try {
      absences.open();
      emergencies.endOver();
    } catch (RuntimeException e) {
      LOG.warn("Absences and emergencies could not be checked; retrying in a minute.", e);
    }
  }
}
