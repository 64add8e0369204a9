package org.passerelle.protect.casework.screening;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Queries about screenings for automatic processing; without an access check. */
@Component
public class OwnScreenings {
  private final ScreeningRows rows;

  OwnScreenings(ScreeningRows rows) {
    this.rows = rows;
  }

  /** Whether the result was computed. */
  public boolean isFinished(UUID screening) {
    return rows.find(screening).filter(Screening::isFinished).isPresent();
  }

  /** The case that an organisation opened from one of its screenings. */
  public Optional<UUID> caseOf(UUID screening, UUID organisation) {
    return rows.find(screening)
        .filter(one -> one.organisation().equals(organisation))
        .flatMap(one -> Optional.ofNullable(one.caseId()));
  }
}
