package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.pages.map.RegionPoints;

/**
 * Labels on the map of the region: names of countries, posts. The shapes are in the template {@code
 * part/region}, generated from Natural Earth in a conic conformal projection (standard parallels
 * 37.6° and 46°, central meridian 21.5° E) on 760 by 618 units. Immutable.
 */
public record RegionMap(
    String title, String description, List<Label> labels, List<String> leads, List<Post> posts) {
  /** Width of the drawing in units. */
  static final int WIDTH = 760;

  /** Size of its words in units; on paper, where it is 124 mm wide, 7.8 pt. */
  public static final int LETTERS = 17;

  /** Best position of a country's name, where it is not the middle of its shape. */
  private static final Map<String, double[]> PLACES =
      Map.ofEntries(
          Map.entry("HR", new double[] {195.2, 162}),
          Map.entry("GR", new double[] {384.3, 417.8}),
          Map.entry("RO", new double[] {470.8, 143}),
          Map.entry("MD", new double[] {574.9, 88.2}),
          Map.entry("RS", new double[] {349.3, 222}),
          Map.entry("BA", new double[] {257, 211}),
          Map.entry("XK", new double[] {352.8, 285.6}),
          Map.entry("MK", new double[] {383, 322}),
          Map.entry("BG", new double[] {485.5, 281}));

  /** Countries too small for their name: the label is in the sea, with a line to the country. */
  private static final Map<String, double[]> ASIDE =
      Map.of(
          "ME", new double[] {214, 326, 302.1, 274.3}, "AL", new double[] {214, 382, 325.4, 350.3});

  public RegionMap {
    labels = List.copyOf(labels);
    leads = List.copyOf(leads);
    posts = List.copyOf(posts);
  }

  /**
   * A label.
   *
   * @param anchor {@code middle} or {@code end}
   */
  public record Label(double x, double y, String anchor, String text) {}

  /** A post with a known place. */
  public record Post(double x, double y, String name) {}

  static Post post(String name, double longitude, double latitude) {
    double[] at = RegionPoints.of(longitude, latitude);
    return new Post(at[0], at[1], name);
  }

  static RegionMap of(Reading read, Map<String, String> names, List<Post> posts) {
    List<Label> labels = new ArrayList<>();
    List<String> leads = new ArrayList<>();
    names.forEach(
        (code, name) -> {
          double[] aside = ASIDE.get(code);
          double[] place = PLACES.get(code);
          if (aside != null) {
            labels.add(new Label(aside[0] - 4, aside[1] + 4, "end", name));
            leads.add("M%s %sL%s %s".formatted(aside[0], aside[1], aside[2], aside[3]));
          } else if (place != null) {
            lines(labels, place, name);
          }
        });
    return new RegionMap(
        read.word("map.title"),
        read.word(
            "map.description",
            String.join(", ", read.sorted(List.copyOf(names.values()))),
            String.join("; ", posts.stream().map(Post::name).toList())),
        labels,
        leads,
        posts);
  }

  /** A long name needs two lines. */
  private static void lines(List<Label> labels, double[] place, String name) {
    int cut = name.length() < 11 ? -1 : Math.max(name.indexOf(' ', 4), name.indexOf('-', 4) + 1);
    if (cut <= 0) {
      labels.add(new Label(place[0], place[1] + 4, "middle", name));
      return;
    }
    labels.add(new Label(place[0], place[1] - 4, "middle", name.substring(0, cut)));
    labels.add(new Label(place[0], place[1] + 14, "middle", name.substring(cut).strip()));
  }
}
