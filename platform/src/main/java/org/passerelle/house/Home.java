package org.passerelle.house;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.house.notices.SeenRows;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.StartPage;
import org.passerelle.pages.Today;
import org.passerelle.pages.map.RegionFigures;
import org.passerelle.pages.map.RegionPoints;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs the user's attention today, with the map of the region. */
@Controller
@Allowed
class Home {

  private final List<Today> rooms;
  private final List<StartPage> works;
  private final Optional<RegionFigures> figures;
  private final CountryNames countries;
  private final SeenRows waiting;
  private final LastLooks looks;

  Home(
      List<Today> rooms,
      List<StartPage> works,
      Optional<RegionFigures> figures,
      CountryNames countries,
      SeenRows waiting,
      LastLooks looks) {
    this.rooms = rooms;
    this.works = works;
    this.figures = figures;
    this.countries = countries;
    this.waiting = waiting;
    this.looks = looks;
  }

  @GetMapping("/")
  String home(Act act) {
    List<Today.Item> items = new ArrayList<>();
    rooms.forEach(room -> items.addAll(room.items(act.who(), act.page())));
    waiting.shown(act.who(), items, act.page().moments().now());
    items.sort(Comparator.comparing(Today.Item::due));
    StartPage.Start start =
        works.stream()
            .flatMap(work -> work.start(act.who(), act.page()).stream())
            .findFirst()
            .orElse(null);
    List<RegionFigures.Figure> known = known(act);
    act.with(
        "view",
        HomePage.of(items, changed(act), places(known, act), elsewhere(known), start, act.page()));
    return "pages/home";
  }

  /** Whoever steers reads what changed; for everybody else what changed is what waits. */
  private Changed changed(Act act) {
    if (!act.who().is(Role.PROGRAMME_MANAGER)) {
      return Changed.NOTHING;
    }
    Instant now = act.page().moments().now();
    Optional<Instant> since = looks.since(act.who().user(), now);
    looks.looked(act.who().user(), now);
    return since
        .map(moment -> new Changed(moment, changes(moment.minus(LastLooks.STORING), act)))
        .orElse(Changed.NOTHING);
  }

  private List<Today.Item> changes(Instant since, Act act) {
    return rooms.stream()
        .flatMap(room -> room.changes(since, act.who(), act.page()).stream())
        .sorted(Comparator.comparing(Today.Item::due).reversed())
        .limit(Today.CHANGES)
        .toList();
  }

  private List<RegionFigures.Figure> known(Act act) {
    return act.page().searches()
        ? figures.map(f -> f.figures(act.who())).orElse(List.of())
        : List.of();
  }

  private static HomePage.Counted elsewhere(List<RegionFigures.Figure> known) {
    List<RegionFigures.Figure> outside =
        known.stream().filter(f -> !RegionPoints.COUNTRIES.containsKey(f.country())).toList();
    return new HomePage.Counted(
        outside.stream().mapToInt(RegionFigures.Figure::cases).sum(),
        outside.stream().mapToInt(RegionFigures.Figure::late).sum());
  }

  private List<HomePage.Place> places(List<RegionFigures.Figure> known, Act act) {
    int most = known.stream().mapToInt(RegionFigures.Figure::cases).max().orElse(1);
    return RegionPoints.COUNTRIES.entrySet().stream()
        .map(
            point -> {
              Optional<RegionFigures.Figure> figure =
                  known.stream().filter(f -> f.country().equals(point.getKey())).findFirst();
              return new HomePage.Place(
                  point.getKey(),
                  countries.name(point.getKey(), act.language()),
                  countries.footnote(point.getKey(), act.language()).isPresent(),
                  figure.map(RegionFigures.Figure::cases).orElse(0),
                  figure.map(RegionFigures.Figure::late).orElse(0),
                  point.getValue()[0],
                  point.getValue()[1],
                  Math.max(1, most));
            })
        .sorted(
            Comparator.comparing(HomePage.Place::cases)
                .reversed()
                .thenComparing(HomePage.Place::country))
        .toList();
  }
}
