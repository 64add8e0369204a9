package org.passerelle.protect.casework.placement.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Vacancy;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;

/**
 * The complete input of a placement. Immutable.
 *
 * @param waits requests without a held bed, as in the batch
 */
record Table(Batch batch, Map<UUID, PlacementRequest> waits, Map<UUID, Place> places) {
  Table {
    waits = Map.copyOf(waits);
    places = Map.copyOf(places);
  }

  /**
   * The input for one request and the siblings who wait with them.
   *
   * @param hold their held bed, which counts as free for them; or null
   */
  Batch of(Child child, List<Child> siblings, @Nullable Bed hold) {
    List<Child> children = new ArrayList<>(siblings);
    children.add(child);
    return new Batch(
        children,
        batch.places().stream()
            .map(v -> hold != null && v.id().equals(hold.place().toString()) ? oneMore(v) : v)
            .toList(),
        batch.apart(),
        // a bed held for them is their destination, not their present home
        batch.residents().stream().filter(r -> !isHold(r, child, hold)).toList(),
        batch.travel());
  }

  private static boolean isHold(Batch.Resident one, Child child, @Nullable Bed hold) {
    return hold != null
        && one.child().equals(child.id())
        && one.place().equals(hold.place().toString());
  }

  private static Vacancy oneMore(Vacancy v) {
    return new Vacancy(
        v.id(),
        v.free() + 1,
        v.sex(),
        v.ageFrom(),
        v.ageUntil(),
        v.languages(),
        v.offers(),
        v.access(),
        v.at(),
        v.area(),
        v.confirmed());
  }
}
