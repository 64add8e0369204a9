package org.passerelle.protect.placement.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Vacancy;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.place.Place;

/**
 * Everything that is laid on the table before somebody is placed. Immutable.
 *
 * @param waits who waits and for whom no bed is held, as the batch has them
 */
record Table(Batch batch, Map<UUID, Wait> waits, Map<UUID, Place> places) {
  Table {
    waits = Map.copyOf(waits);
    places = Map.copyOf(places);
  }

  /**
   * The same for one of those who wait and their brothers and sisters who wait with them.
   *
   * @param hold of theirs, which is a free bed to them; or null
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
        // a bed that is held for them is where they go, not whence
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
