package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * A tip is about a person once a screening was begun from it, and is deleted with that; one whose
 * screening was erased by mistake, or alone before the tip's own time was over, is open again
 * (decision 0162).
 */
@Component
class TipHoldings implements Holdings {
  private final TipRows tips;
  private final CascadeDelete rows;
  private final AuditLog audit;
  private final Clock clock;

  TipHoldings(TipRows tips, CascadeDelete rows, AuditLog audit, Clock clock) {
    this.tips = tips;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("tip", "a tip from which a screening was begun").by("screening"),
        Table.erased("tip_part", "what its writer and the team wrote, sealed"),
        Table.erased("tip_second", "which other organisation could read it"),
        Table.nothing("tip_team", "organisations that receive tips, with their keys"),
        Table.nothing("tip_tally", "counts by category and outcome"),
        Table.nothing("tip_sector_tally", "counts of partners' tips by sector"),
        Table.nothing("tip_week_tally", "counts of deleted tips by week"));
  }

  @Override
  public void erase(Erased erased) {
    if (erased.screenings().isEmpty()) {
      return;
    }
    List<UUID> gone = new ArrayList<>();
    for (Tip tip : tips.holdOfScreenings(erased.screenings())) {
      if (erased.mistake() || (erased.isScreeningAlone() && isInItsTime(tip))) {
        reopen(tip);
      } else {
        gone.add(tip.id());
      }
    }
    if (!gone.isEmpty()) {
      rows.delete("tip", gone);
    }
  }

  private boolean isInItsTime(Tip tip) {
    Instant closed = tip.closed();
    return closed == null || clock.instant().isBefore(closed.plus(TipRetention.KEPT));
  }

  private void reopen(Tip tip) {
    tips.update(TipChange.of(tip).screened(null).reopened(clock.instant().plus(Tip.READ)).done());
    audit.writeByHouse(tip.organisation(), "tip.reopened", "tip", tip.id(), Map.of());
  }
}
