package org.passerelle.audit;

import java.util.List;

/** Audit actions of protection and care for children and of durable solutions. */
final class CareActions {
  static final List<String> ALL =
      List.of(
          "consent.confirmed",
          "determination.confirmed",
          "determination.made",
          "determination.proposed",
          "determination.signed",
          "guardian.added",
          "guardian.ended",
          "guardian.lifted",
          "guardian.suspended",
          "guardian.verified",
          "person.suspected",
          "solution.checked",
          "solution.decided",
          "solution.dropped",
          "solution.prepared",
          "stay.alert-confirmed",
          "stay.house-read",
          "stay.house-told");

  private CareActions() {}
}
