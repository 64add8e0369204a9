package org.passerelle.protect.casework.placement.home.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.springframework.stereotype.Component;

/**
 * Today page of the placing team: who waits, who is missing, who must be moved, which holds expire,
 * and which houses have not reported.
 */
@Component
class PlacementToday implements Today {
  /** Days after which even a child who can wait is shown to the team. */
  private static final Duration PATIENCE = Duration.ofDays(14);

  private static final Duration DAYS = Duration.ofDays(3);
  private static final Duration TONIGHT = Duration.ofHours(4);

  /** Number of houses listed individually; more are summed up in one line. */
  private static final int HOUSES = 10;

  private final Waiting waiting;
  private final Places places;
  private final PlaceBeds beds;
  private final StayBoards stays;
  private final Clock clock;

  PlacementToday(Waiting waiting, Places places, PlaceBeds beds, StayBoards stays, Clock clock) {
    this.waiting = waiting;
    this.places = places;
    this.beds = beds;
    this.stays = stays;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(Role.PLACEMENT_OFFICER)) {
      return items;
    }
    Map<UUID, PlaceLine> known =
        places.lines(who).stream().collect(Collectors.toMap(PlaceLine::id, Function.identity()));
    for (PlacementRequest.Line wait : waiting.lines(who)) {
      items.add(
          new Item(
              due(wait),
              page.text("match.today." + wait.urgency()),
              wait.code(),
              "/protect/placement/children/" + wait.id(),
              page.text("home.see")));
    }
    for (Bed bed : beds.holds(who)) {
      Instant until = bed.until();
      PlaceLine place = known.get(bed.place());
      if (until != null && place != null && bed.by().equals(who.user())) {
        items.add(
            new Item(
                until,
                page.text("match.today.hold"),
                place.code(),
                "/protect/places/" + place.id(),
                page.text("home.see")));
      }
    }
    for (Stay.Line stay : stays.urgent(who)) {
      items.add(item(stay, page));
    }
    items.addAll(stale(known.values(), page));
    return items;
  }

  /** The user's own houses that have not reported their free beds for a day. */
  private List<Item> stale(Collection<PlaceLine> places, Page page) {
    Instant now = clock.instant();
    List<PlaceLine> stale =
        places.stream()
            .filter(p -> p.open() && p.run() && p.stale(now))
            .sorted(
                Comparator.comparing((PlaceLine p) -> due(p, now)).thenComparing(PlaceLine::code))
            .toList();
    List<Item> items = new ArrayList<>();
    for (PlaceLine place : stale.stream().limit(HOUSES).toList()) {
      items.add(
          new Item(
              due(place, now),
              page.text("placement.today.confirm"),
              place.code(),
              "/protect/places/" + place.id(),
              page.text("home.see")));
    }
    if (stale.size() > HOUSES) {
      items.add(
          new Item(
              due(stale.get(HOUSES), now),
              page.text("placement.today.confirm"),
              page.text("placement.today.more", stale.size() - HOUSES),
              "/protect/places?stale=1",
              page.text("home.see")));
    }
    return items;
  }

  private static Instant due(PlaceLine place, Instant now) {
    Instant confirmed = place.confirmedAt();
    return confirmed == null ? now : confirmed.plus(Place.FRESH);
  }

  private Item item(Stay.Line stay, Page page) {
    Instant now = clock.instant();
    Instant missing = stay.missingAt();
    Instant due = stay.late(now) ? stay.dueAt() : now;
    return new Item(
        missing == null ? Objects.requireNonNull(due) : missing,
        page.text(stay.urgent(now)),
        stay.code(),
        "/protect/stays/" + stay.id(),
        page.text("home.see"));
  }

  private static Instant due(PlacementRequest.Line wait) {
    return wait.since()
        .plus(
            switch (wait.urgency()) {
              case 0 -> TONIGHT;
              case 1 -> DAYS;
              default -> PATIENCE;
            });
  }
}
