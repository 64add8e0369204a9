package org.passerelle.protect.casework.placement.home.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.UnplaceableRequests;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Start page of the placing team: requests, free beds, expiring holds, and houses that have not
 * reported.
 */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class PlacementHomeController implements RoomEntries {
  private static final String HOME = "/protect/placement";
  private static final int SHOWN = 50;
  private static final int PLACES = 20;
  private final Waiting waiting;
  private final UnplaceableRequests fitting;
  private final Places places;
  private final PlaceBeds beds;
  private final Stays stays;
  private final StayBoards boards;
  private final CodeOptions options;
  private final Clock clock;

  PlacementHomeController(
      Waiting waiting,
      UnplaceableRequests fitting,
      Places places,
      PlaceBeds beds,
      Stays stays,
      StayBoards boards,
      CodeOptions options,
      Clock clock) {
    this.waiting = waiting;
    this.fitting = fitting;
    this.places = places;
    this.beds = beds;
    this.stays = stays;
    this.boards = boards;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("protect", 11, "match.nav", HOME, List.of(Role.PLACEMENT_OFFICER)));
  }

  @GetMapping(HOME)
  String home(Act act) {
    SignedIn who = act.who();
    Instant now = clock.instant();
    List<PlacementRequest> waits = waiting.waiting(who);
    List<Bed> holds = beds.holds(who);
    List<Stay.Line> newest = boards.newest(who, SHOWN);
    List<PlaceLine> lines = places.lines(who);
    List<PlaceLine> free =
        lines.stream()
            .filter(line -> line.free() > 0)
            .sorted(Comparator.comparing(line -> line.stale(now)))
            .toList();
    List<PlaceLine> stale = lines.stream().filter(l -> l.open() && l.stale(now)).toList();
    List<PlaceLine> freeFirst = first(free);
    List<PlaceLine> staleFirst = first(stale);
    Set<UUID> named = new HashSet<>();
    Stream.concat(freeFirst.stream(), staleFirst.stream()).forEach(p -> named.add(p.id()));
    holds.forEach(bed -> named.add(bed.place()));
    newest.forEach(stay -> named.add(stay.place()));
    return act.show(
        "protect/placement/home",
        new PlacementHome(
            waits,
            fitting.nothing(waits, who),
            freeFirst,
            staleFirst,
            new PlacementHome.Sums(
                free.stream().mapToInt(PlaceLine::free).sum(), free.size(), stale.size()),
            holds,
            newest,
            boards.count(who),
            boards.urgent(who),
            places.names(named, who),
            waits.stream()
                .collect(Collectors.toMap(PlacementRequest::caseId, PlacementRequest::code)),
            now,
            new CodeWords(options, act.language())));
  }

  private static List<PlaceLine> first(List<PlaceLine> lines) {
    return lines.stream().limit(PLACES).toList();
  }

  /** Looks for another place for somebody who already has one. */
  @PostMapping(HOME + "/stays/{id}/move")
  String move(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          Stay stay = stays.find(id, act.who());
          UUID request = waiting.move(stay.request(), act.who());
          act.notice("good", "match.moving");
          return HOME + "/children/" + request;
        });
  }
}
