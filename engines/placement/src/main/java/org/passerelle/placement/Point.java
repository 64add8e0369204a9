package org.passerelle.placement;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Point(double latitude, double longitude) {
  /** Mean radius of the earth in kilometres (IUGG, R1). */
  private static final double RADIUS = 6371.0088;

  private static final double NORTHMOST = 90;
  private static final double EASTMOST = 180;

  /**
   * A point.
   *
   * @throws BadBatch if there is no such point
   */
  public Point {
    if (!(Math.abs(latitude) <= NORTHMOST) || !(Math.abs(longitude) <= EASTMOST)) {
      throw new BadBatch(
          "There is no point at %s, %s.%nMaybe latitude and longitude were exchanged."
              .formatted(latitude, longitude));
    }
  }

  /**
   * Length of the great circle between two points in kilometres, by the haversine formula (R. W.
   * Sinnott, Sky and Telescope 68, 1984, 159): exact for near points, within 0.6 % of the
   * ellipsoid.
   */
  public double kilometresTo(Point other) {
    double north = Math.toRadians(other.latitude - latitude) / 2;
    double east = Math.toRadians(other.longitude - longitude) / 2;
    double a =
        square(Math.sin(north))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east));
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public String toString() {
    // where a shelter stands must not get into a message
    return "Point[…]";
  }
}
