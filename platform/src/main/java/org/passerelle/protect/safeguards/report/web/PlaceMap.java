package org.passerelle.protect.safeguards.report.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.map.EuropePoints;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.protect.safeguards.report.ReportAnswer;
import org.passerelle.protect.safeguards.report.ReportField;

/**
 * Rows on a map: towns of the region if the field has codes of the list of towns, otherwise
 * countries of Europe.
 *
 * @param region whether it is the map of the region
 * @param signs places on the map
 * @param elsewhere labels of rows that are not on the map
 */
public record PlaceMap(boolean region, List<Sign> signs, List<String> elsewhere) {
  private static final double LEAST = 5;
  private static final double MORE = 22;

  /**
   * A place on the map.
   *
   * @param radius radius of its symbol; constant if the count is withheld
   */
  public record Sign(
      double x, double y, double radius, boolean withheld, String name, String text) {}

  /** Whether the rows of a field can be shown on a map. */
  static boolean has(ReportField field) {
    return places(field)
        || field.codes().keySet().stream().anyMatch(EuropePoints.COUNTRIES::containsKey);
  }

  private static boolean places(ReportField field) {
    Set<String> coded = new HashSet<>(field.codes().keySet());
    coded.remove("other");
    return !coded.isEmpty() && TownPoints.all().keySet().containsAll(coded);
  }

  static @Nullable PlaceMap of(ReportAnswer answer, ReportField field, ReportWords words) {
    boolean region = places(field);
    List<String> labels = words.rows(answer);
    long most = 1;
    for (int r = 0; r < labels.size(); r++) {
      most = Math.max(most, answer.row(r).orElse(0));
    }
    List<Sign> signs = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (int r = 0; r < labels.size(); r++) {
      double[] at = point(region, answer.rows().get(r));
      OptionalLong count = answer.row(r);
      String told = words.count(count);
      if (count.orElse(1) == 0) {
        continue;
      }
      if (at == null) {
        elsewhere.add(labels.get(r) + ": " + told);
      } else {
        double radius = count.isPresent() ? MORE * Math.sqrt((double) count.getAsLong() / most) : 0;
        signs.add(
            new Sign(
                at[0],
                at[1],
                Math.max(LEAST, Math.round(radius * 10) / 10.0),
                count.isEmpty(),
                labels.get(r),
                told));
      }
    }
    return new PlaceMap(region, signs, elsewhere);
  }

  private static double @Nullable [] point(boolean region, String code) {
    if (!region) {
      return EuropePoints.COUNTRIES.get(code);
    }
    TownPoints.Point town = TownPoints.all().get(code);
    return town == null ? null : town.onMap();
  }
}
