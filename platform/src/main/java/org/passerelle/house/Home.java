package org.passerelle.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.pages.RegionFigures;
import org.passerelle.pages.RegionPoints;
import org.passerelle.pages.Today;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page: what needs me today, with the map of the region. */
@Controller
@Allowed
class Home {

  private final List<Today> rooms;
  private final Optional<RegionFigures> figures;
  private final CountryNames countries;

  Home(List<Today> rooms, Optional<RegionFigures> figures, CountryNames countries) {
    this.rooms = rooms;
    this.figures = figures;
    this.countries = countries;
  }

  @GetMapping("/")
  String home(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    List<Today.Item> items = new ArrayList<>();
    rooms.forEach(room -> items.addAll(room.items(who, page)));
    items.sort(Comparator.comparing(Today.Item::due));
    model.addAttribute("view", HomePage.of(items, places(who, page), page));
    return "pages/home";
  }

  private List<HomePage.Place> places(SignedIn who, Page page) {
    List<RegionFigures.Figure> known =
        page.searches() ? figures.map(f -> f.figures(who)).orElse(List.of()) : List.of();
    int most = known.stream().mapToInt(RegionFigures.Figure::cases).max().orElse(1);
    return RegionPoints.COUNTRIES.entrySet().stream()
        .map(
            point -> {
              Optional<RegionFigures.Figure> figure =
                  known.stream().filter(f -> f.country().equals(point.getKey())).findFirst();
              return new HomePage.Place(
                  point.getKey(),
                  countries.name(point.getKey(), page.language()),
                  countries.footnote(point.getKey(), page.language()).isPresent(),
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
