package org.passerelle.protect.casework.placement.place;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * References from places to persons: for whom a bed is held or allocated. A person erased during
 * their stay still occupies the bed: it stays occupied by an unknown person until the house
 * reports. A house that is closing does not wait for persons whom no team knows any more.
 */
@Component
class PlaceHoldings implements Holdings {
  private final BedRows beds;
  private final PlaceRows places;
  private final Clock clock;

  PlaceHoldings(BedRows beds, PlaceRows places, Clock clock) {
    this.beds = beds;
    this.places = places;
    this.clock = clock;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("place_bed", "for whom a bed is held or kept").by("case_id"),
        Table.nothing("placing_team", "keys of teams"),
        Table.nothing("safe_place", "houses, not persons"),
        Table.nothing("safe_place_placer", "organisations that place"),
        Table.nothing("safe_place_trait", "what houses offer"));
  }

  @Override
  public String room() {
    return "placement";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void erase(Erased erased) {
    for (UUID id : erased.cases()) {
      for (Bed bed : beds.of(id)) {
        beds.delete(bed);
        if (bed.ended() == null && !bed.held(clock.instant()) && bed.until() == null) {
          beds.takenByUnknown(bed.place());
          places
              .find(bed.place())
              .filter(p -> p.state().equals(Places.CLOSING) && p.beds().kept() == 0)
              .ifPresent(p -> places.state(p.id(), Places.CLOSED));
        }
      }
    }
  }
}
