package org.passerelle.pages.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.pages.RegionFigures;
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
  /** Label points on the map's grid of 760 by 620. */
  private static final Map<String, double[]> POINTS =
      Map.ofEntries(
          Map.entry("HR", new double[] {197.2, 162.1}),
          Map.entry("GR", new double[] {378.3, 405.8}),
          Map.entry("RO", new double[] {470.8, 143.0}),
          Map.entry("MD", new double[] {574.9, 88.2}),
          Map.entry("RS", new double[] {352.3, 212.3}),
          Map.entry("BA", new double[] {257.0, 213.9}),
          Map.entry("AL", new double[] {319.4, 350.3}),
          Map.entry("XK", new double[] {352.8, 285.6}),
          Map.entry("MK", new double[] {383.6, 329.6}),
          Map.entry("ME", new double[] {302.1, 270.3}),
          Map.entry("BG", new double[] {485.5, 271.0}));

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
    return POINTS.entrySet().stream()
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
