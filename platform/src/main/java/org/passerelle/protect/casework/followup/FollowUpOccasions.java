package org.passerelle.protect.casework.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.cases.team.ReassignmentNotes;
import org.springframework.stereotype.Component;

/** Events in other parts of a case that lead to a visit or call. */
@Component
class FollowUpOccasions {
  private final Bookings bookings;
  private final ArrivalDates arrivals;
  private final ReassignmentNotes notes;

  FollowUpOccasions(Bookings bookings, ArrivalDates arrivals, ReassignmentNotes notes) {
    this.bookings = bookings;
    this.arrivals = arrivals;
    this.notes = notes;
  }

  /** Date of arrival according to the latest step of a hand-over. */
  Optional<LocalDate> arrived(UUID handOver) {
    return arrivals.arrived(handOver);
  }

  /** The former lead of a case. */
  Optional<UUID> lastLead(UUID caseId) {
    return notes.lastGiver(caseId);
  }

  /** Whether a task was an appointment with a service, not only with an interpreter. */
  boolean isService(UUID task) {
    return bookings.isService(task);
  }
}
