package org.passerelle.protect.screening;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Screenings as the house itself asks for them, where nobody reads one. */
@Component
public class OwnScreenings {
  private final ScreeningRows rows;

  OwnScreenings(ScreeningRows rows) {
    this.rows = rows;
  }

  /** Whether its result was computed. */
  public boolean isFinished(UUID screening) {
    return rows.find(screening).filter(Screening::isFinished).isPresent();
  }

  /** The case that an organisation opened from a screening of its own. */
  public Optional<UUID> caseOf(UUID screening, UUID organisation) {
    return rows.find(screening)
        .filter(one -> one.organisation().equals(organisation))
        .flatMap(one -> Optional.ofNullable(one.caseId()));
  }
}
