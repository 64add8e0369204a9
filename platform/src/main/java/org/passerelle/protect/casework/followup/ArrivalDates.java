package org.passerelle.protect.casework.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** On which day somebody arrived in another country. Answered by whoever keeps hand-overs. */
public interface ArrivalDates {
  /** As the newest step of a hand-over says it. */
  Optional<LocalDate> arrived(UUID handOver);
}
