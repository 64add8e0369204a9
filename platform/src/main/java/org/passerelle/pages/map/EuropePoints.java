package org.passerelle.pages.map;

import java.util.Map;

/**
 * Positions of country labels on the map of Europe ({@code part/europe.jte}): points of its 900 by
 * 520 grid, generated with the map from Natural Earth (conic conformal projection).
 */
public final class EuropePoints {
  /** By country. */
  public static final Map<String, double[]> COUNTRIES =
      Map.ofEntries(
          Map.entry("AT", new double[] {468.9, 153.4}),
          Map.entry("BE", new double[] {286.5, 53.7}),
          Map.entry("CH", new double[] {347.9, 174.5}),
          Map.entry("CZ", new double[] {491.6, 88.3}),
          Map.entry("DE", new double[] {393.3, 70.5}),
          Map.entry("ES", new double[] {81.3, 332.4}),
          Map.entry("GB", new double[] {169.8, 19.3}),
          Map.entry("HU", new double[] {576.6, 161.3}),
          Map.entry("IT", new double[] {431.2, 276.7}),
          Map.entry("NL", new double[] {304.5, 17.8}),
          Map.entry("PL", new double[] {570.9, 41.5}),
          Map.entry("SI", new double[] {483.9, 197.5}),
          Map.entry("SK", new double[] {574.8, 114.9}),
          Map.entry("TR", new double[] {839.7, 371.2}),
          Map.entry("UA", new double[] {778.3, 72.5}),
          Map.entry("HR", new double[] {501.2, 220}),
          Map.entry("GR", new double[] {652.7, 388.3}),
          Map.entry("RO", new double[] {694.1, 186.6}),
          Map.entry("MD", new double[] {763.9, 140}),
          Map.entry("RS", new double[] {611.7, 247.7}),
          Map.entry("BA", new double[] {547.4, 252.5}),
          Map.entry("AL", new double[] {605.9, 344.6}),
          Map.entry("XK", new double[] {620.7, 296.6}),
          Map.entry("MK", new double[] {641.4, 324.6}),
          Map.entry("ME", new double[] {583.8, 292.2}),
          Map.entry("BG", new double[] {714.5, 282.2}),
          Map.entry("FR", new double[] {233.5, 161}));

  private EuropePoints() {}
}
