package org.passerelle.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A route is avoided along its whole length between its stops, measured on the earth's surface. */
class RouteTest {
  private static final Point BELGRADE = new Point(44.8125, 20.4612);
  private static final Point NIS = new Point(43.3209, 21.8958);
  private static final Point SKOPJE = new Point(41.9981, 21.4254);

  /** Between both stops, near neither. */
  private static final Point JAGODINA = new Point(43.9771, 21.2612);

  private static final int SAMPLES = 2_000;

  private static Zone.Verdict of(List<Point> stops, double kilometres, Point place) {
    return new Zone(stops, kilometres, "", 0).of(place, "", Travel.UNKNOWN);
  }

  @Test
  void whoLivesBesideTheRoadIsWithinThoughFarFromEachStop() {
    assertThat(JAGODINA.kilometresTo(BELGRADE)).isGreaterThan(80);
    assertThat(JAGODINA.kilometresTo(NIS)).isGreaterThan(80);
    assertThat(of(List.of(BELGRADE, NIS), 20, JAGODINA)).isEqualTo(Zone.Verdict.WITHIN);
    assertThat(of(List.of(BELGRADE, NIS, SKOPJE), 20, JAGODINA)).isEqualTo(Zone.Verdict.WITHIN);
    assertThat(of(List.of(NIS, SKOPJE), 20, JAGODINA)).isEqualTo(Zone.Verdict.CLEAR);
    // points on the circle beyond the last stop are not on the route
    assertThat(of(List.of(BELGRADE, JAGODINA), 20, NIS)).isEqualTo(Zone.Verdict.CLEAR);
  }

  @Test
  void aRouteOfOneStopOrOfTheSameStopTwiceIsAroundIt() {
    double far = BELGRADE.kilometresTo(NIS);
    assertThat(NIS.kilometresToRoute(List.of(BELGRADE))).isEqualTo(far);
    assertThat(NIS.kilometresToRoute(List.of(BELGRADE, BELGRADE))).isEqualTo(far);
    assertThat(of(List.of(), 20, NIS)).isEqualTo(Zone.Verdict.UNKNOWN);
  }

  @Test
  void theDistanceIsThatOfAWayTakenStepByStep() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      // half of them in the region, half anywhere, across the date line and the poles
      boolean near = seed % 2 == 0;
      List<Point> stops = new ArrayList<>();
      for (int i = 0; i < 2 + seed % 4; i++) {
        stops.add(near ? near(random) : anywhere(random));
      }
      Point place = near ? near(random) : anywhere(random);
      double sampled = sampled(stops, place);
      double step = longest(stops) / SAMPLES;
      assertThat(place.kilometresToRoute(stops))
          .as("seed %d", seed)
          .isBetween(sampled - step / 2 - 1e-6, sampled + 1e-6);
    }
  }

  @Test
  void ofAWayOfMetresItIsAsExact() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Point from = near(random);
      Point to = new Point(from.latitude() + 1e-4, from.longitude() + 1e-4 * random.nextDouble());
      Point place = new Point(from.latitude() + 0.5e-4, from.longitude() + 1e-4);
      assertThat(place.kilometresToRoute(List.of(from, to)))
          .isCloseTo(sampled(List.of(from, to), place), within(1e-5));
    }
  }

  private static double longest(List<Point> stops) {
    double longest = 0;
    for (int i = 1; i < stops.size(); i++) {
      longest = Math.max(longest, Judge.byAngle(stops.get(i - 1), stops.get(i)));
    }
    return longest;
  }

  /** The nearest of many points of the route, by another formula than the engine's. */
  private static double sampled(List<Point> stops, Point place) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < stops.size(); i++) {
      for (int step = 0; step <= SAMPLES; step++) {
        Point at = between(stops.get(i - 1), stops.get(i), step / (double) SAMPLES);
        nearest = Math.min(nearest, Judge.byAngle(at, place));
      }
    }
    return nearest;
  }

  /** Interpolated on the sphere (K. Shoemake, SIGGRAPH 1985). */
  private static Point between(Point from, Point to, double share) {
    double[] a = Judge.vector(from);
    double[] b = Judge.vector(to);
    double angle = Judge.byAngle(from, to) / 6371.0088;
    if (angle < 1e-12) {
      return from;
    }
    double one = Math.sin((1 - share) * angle) / Math.sin(angle);
    double other = Math.sin(share * angle) / Math.sin(angle);
    double x = one * a[0] + other * b[0];
    double y = one * a[1] + other * b[1];
    double z = one * a[2] + other * b[2];
    return new Point(
        Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
  }

  private static Point near(Random random) {
    return new Point(42 + 4 * random.nextDouble(), 19 + 4 * random.nextDouble());
  }

  private static Point anywhere(Random random) {
    return new Point(
        Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), 360 * random.nextDouble() - 180);
  }
}
