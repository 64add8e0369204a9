package org.passerelle.protect.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.care.booking.Bookings;
import org.passerelle.protect.cases.HandOverNotes;
import org.springframework.stereotype.Component;

/** What gives occasion to a visit or call, as other parts of a case tell it. */
@Component
class Occasions {
  private final Bookings bookings;
  private final ArrivalDates arrivals;
  private final HandOverNotes notes;

  Occasions(Bookings bookings, ArrivalDates arrivals, HandOverNotes notes) {
    this.bookings = bookings;
    this.arrivals = arrivals;
    this.notes = notes;
  }

  /** On which day somebody arrived, as the newest step of a hand-over says it. */
  Optional<LocalDate> arrived(UUID handOver) {
    return arrivals.arrived(handOver);
  }

  /** Who led a case before whoever leads it now. */
  Optional<UUID> lastLead(UUID caseId) {
    return notes.lastGiver(caseId);
  }

  /** Whether a task was an appointment with a service, not with an interpreter alone. */
  boolean isService(UUID task) {
    return bookings.isService(task);
  }
}
