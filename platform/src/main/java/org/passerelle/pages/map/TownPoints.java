package org.passerelle.pages.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Coordinates of towns in the region, by codes of the list {@code towns}. */
public final class TownPoints {
  private static final String FILE = "/places/towns.tsv";
  private static final double EARTH = 6371;
  private static final Map<String, Point> ALL = read();

  /**
   * Coordinates of a town, in degrees.
   *
   * @param also further names and spellings besides those of the list
   */
  public record Point(String country, double latitude, double longitude, List<String> also) {
    public Point {
      also = List.copyOf(also);
    }

    /** Great-circle distance in kilometres (haversine formula). */
    public int kilometres(Point other) {
      double up = Math.toRadians(other.latitude - latitude) / 2;
      double along = Math.toRadians(other.longitude - longitude) / 2;
      double half =
          Math.pow(Math.sin(up), 2)
              + Math.cos(Math.toRadians(latitude))
                  * Math.cos(Math.toRadians(other.latitude))
                  * Math.pow(Math.sin(along), 2);
      return (int) Math.round(2 * EARTH * Math.asin(Math.sqrt(half)));
    }

    /** Its position on the map of the region. */
    public double[] onMap() {
      return RegionPoints.of(longitude, latitude);
    }
  }

  private TownPoints() {}

  public static Map<String, Point> all() {
    return ALL;
  }

  private static Map<String, Point> read() {
    Map<String, Point> all = new LinkedHashMap<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TownPoints.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      for (String line : file.lines().filter(one -> !one.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        all.put(
            cells[0],
            new Point(
                cells[1],
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                cells[4].isEmpty() ? List.of() : List.of(cells[4].split(",", -1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }
}
