package org.passerelle.pages.map;

import java.util.Map;

/**
 * Positions of names and symbols on the map of the region ({@code part/region.jte}): points of its
 * 760 by 618 grid, generated with the map from Natural Earth (conic conformal projection, standard
 * parallels 37.6° and 46°, central meridian 21.5° E).
 */
public final class RegionPoints {
  private static final double CONE = 0.6671313214149243;
  private static final double FACTOR = 1.9060595055604388;
  private static final double SCALE = 2410.2526171928957;
  private static final double LEFT = 371.3607795582998;
  private static final double TOP = 2225.1184722007333;
  private static final double MERIDIAN = 21.5;

  /** By country. */
  public static final Map<String, double[]> COUNTRIES =
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

  /** By place in the register. */
  public static final Map<String, double[]> PLACES =
      Map.of(
          "vienna", new double[] {227.1, 43.3},
          "sarajevo", new double[] {277.8, 229.0},
          "pristina", new double[] {361.2, 281.0},
          "bucharest", new double[] {509.2, 203.1},
          "sofia", new double[] {427.5, 278.8},
          "chisinau", new double[] {582.5, 89.2});

  private RegionPoints() {}

  /** The point for geographic coordinates in degrees. */
  public static double[] of(double longitude, double latitude) {
    double radians = Math.PI / 180;
    double radius = FACTOR / Math.pow(Math.tan((Math.PI / 2 + latitude * radians) / 2), CONE);
    double angle = CONE * (longitude - MERIDIAN) * radians;
    return new double[] {
      round(LEFT + SCALE * radius * Math.sin(angle)),
      round(TOP - SCALE * (FACTOR - radius * Math.cos(angle)))
    };
  }

  private static double round(double units) {
    return Math.round(units * 10) / 10.0;
  }
}
