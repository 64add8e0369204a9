package org.passerelle.protect.casework.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Dates of arrival in another country. Implemented by the package that stores hand-overs. */
public interface ArrivalDates {
  /** As the newest step of a hand-over says it. */
  Optional<LocalDate> arrived(UUID handOver);
}
