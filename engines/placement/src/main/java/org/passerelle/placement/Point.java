package org.passerelle.placement;

import java.util.List;

/**
 * A point on the earth's surface.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Point(double latitude, double longitude) {
  /** Mean radius of the earth in kilometres (IUGG, R1). */
  private static final double RADIUS = 6371.0088;

  /** Sine of an angle of a few centimetres. */
  private static final double TINY = 1e-8;

  private static final double NORTHMOST = 90;
  private static final double EASTMOST = 180;

  /**
   * Creates a point.
   *
   * @throws BadBatch if it does not exist
   */
  public Point {
    if (!(Math.abs(latitude) <= NORTHMOST) || !(Math.abs(longitude) <= EASTMOST)) {
      throw new BadBatch(
          "There is no point at %s, %s.%nMaybe latitude and longitude were swapped."
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

  /**
   * Distance in kilometres to the nearest point of a route whose stops are joined by the shorter
   * great circles; to the stop itself if there is only one. The cross-track distance is that of the
   * point to the plane of the circle, and counts if its foot is between both stops. Linear in the
   * number of stops.
   *
   * @param stops at least one
   */
  double kilometresToRoute(List<Point> stops) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < stops.size(); i++) {
      nearest = Math.min(nearest, kilometresTo(stops.get(i)));
      if (i > 0) {
        nearest = Math.min(nearest, across(stops.get(i - 1), stops.get(i)));
      }
    }
    return nearest;
  }

  /** Cross-track distance between two stops; infinite if the foot is not between them. */
  private double across(Point from, Point to) {
    double[] a = from.vector();
    double[] b = to.vector();
    double[] here = vector();
    double[] pole = cross(a, b);
    double length = Math.sqrt(dot(pole, pole));
    // equal or antipodal stops do not define a great circle
    if (length < TINY || dot(cross(pole, a), here) < 0 || dot(cross(b, pole), here) < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sine = Math.abs(dot(pole, here)) / length;
    double[] tangent = cross(pole, here);
    return RADIUS * Math.atan2(sine, Math.sqrt(dot(tangent, tangent)) / length);
  }

  private double[] vector() {
    double north = Math.toRadians(latitude);
    double east = Math.toRadians(longitude);
    return new double[] {
      Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)
    };
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public String toString() {
    // the location of a shelter must not appear in a message
    return "Point[…]";
  }
}
