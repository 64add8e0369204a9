package org.passerelle.protect.placement.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /** The same for one of those who wait, whose own hold is a free bed to them. */
  Batch alone(Child child, Bed hold) {
    return alone(
        child,
        batch.places().stream()
            .map(v -> v.id().equals(hold.place().toString()) ? oneMore(v) : v)
            .toList());
  }

  /** The same where nothing is held for them. */
  Batch alone(Child child) {
    return alone(child, batch.places());
  }

  private Batch alone(Child child, List<Vacancy> vacancies) {
    return new Batch(List.of(child), vacancies, batch.apart(), batch.residents(), batch.travel());
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
