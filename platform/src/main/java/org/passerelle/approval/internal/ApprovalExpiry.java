package org.passerelle.approval.internal;

import org.passerelle.approval.Approvals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends requests that nobody decided. */
@Component
class ApprovalExpiry {
  private static final Logger LOG = LoggerFactory.getLogger(ApprovalExpiry.class);
  private final Approvals approvals;

  ApprovalExpiry(Approvals approvals) {
    this.approvals = approvals;
  }

  @Scheduled(
      initialDelayString = "${schedule.approval.expiry.after}",
      fixedDelayString = "${schedule.approval.expiry.every}")
  void runOnSchedule() {
    try {
      approvals.endUnanswered();
    } catch (RuntimeException e) {
      LOG.warn("Expired requests are checked again in a minute.", e);
    }
  }
}
