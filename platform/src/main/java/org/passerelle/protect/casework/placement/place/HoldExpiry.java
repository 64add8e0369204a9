package org.passerelle.protect.casework.placement.place;

import java.util.Map;
import org.passerelle.audit.AuditLog;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports expired holds. Their beds are free from the time of expiry, not from this report. */
@Service
public class HoldExpiry {
  private final BedRows beds;
  private final AuditLog audit;

  HoldExpiry(BedRows beds, AuditLog audit) {
    this.beds = beds;
    this.audit = audit;
  }

  /**
   * Checks all holds.
   *
   * @return number of expired holds
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.held-beds.after}",
      fixedDelayString = "${schedule.protect.held-beds.every}")
  @Transactional
  public int check() {
    int over = 0;
    for (Bed bed : beds.lapsed()) {
      if (beds.end(bed, "lapsed")) {
        audit.writeByHouse(
            bed.organisation(),
            "place.hold-lapsed",
            "place",
            bed.place(),
            Map.of("bed", bed.id().toString()));
        over++;
      }
    }
    return over;
  }
}
