package org.passerelle.prevent.place.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.stereotype.Component;

/**
 * Today page: actions against risks that are late or due within a fortnight, and places whose level
 * is to be looked at again.
 */
@Component
class RiskPlacesToday implements Today {
  private static final int DAYS = 14;
  private final RiskPlaces places;

  RiskPlacesToday(RiskPlaces places) {
    this.places = places;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!RiskPlaces.keeps(who)) {
      return List.of();
    }
    LocalDate today = page.moments().today();
    LocalDate last = today.plusDays(DAYS);
    return Stream.concat(
            places.actions(who).stream()
                .filter(action -> action.isOpen() && !action.due().isAfter(last))
                .map(action -> action(action, page)),
            places.list(who).stream().flatMap(place -> place(place, today, page)))
        .toList();
  }

  private static Item action(PlaceAction action, Page page) {
    return new Item(
        page.moments().due(action.due()),
        page.text("atrisk.today.action", action.words().what()),
        page.text("atrisk.today.by", action.words().by()),
        RiskPlacesController.HERE + "/" + action.place() + "#actions",
        page.text("home.open"));
  }

  private static Stream<Item> place(RiskPlace place, LocalDate today, Page page) {
    RiskPlace.Level level = place.content().level();
    return level == null || level.again().isAfter(today)
        ? Stream.of()
        : Stream.of(
            new Item(
                page.moments().due(level.again()),
                page.text("atrisk.today.again", place.content().name()),
                page.text("atrisk.level." + level.level()),
                RiskPlacesController.HERE + "/" + place.id() + "#stated",
                page.text("home.open")));
  }
}
