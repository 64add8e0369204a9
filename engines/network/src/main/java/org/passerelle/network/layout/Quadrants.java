package org.passerelle.network.layout;

import java.util.Arrays;

/**
 * A quadtree in which each leaf holds one body (Barnes and Hut 1986); each node knows its mass and
 * centre of mass. Bodies at the same position share a leaf.
 */
final class Quadrants {
  private static final int DEEPEST = 48;
  private static final double FAR = 0.8;
  private int[] child = new int[0];
  private int[] body = new int[0];
  private double[] mass = new double[0];
  private double[] centreX = new double[0];
  private double[] centreY = new double[0];
  private int parts;
  private double left;
  private double top;
  private double side;
  private final int[] open = new int[4 * DEEPEST + 8];
  private final double[] openSide = new double[4 * DEEPEST + 8];

  void build(double[] x, double[] y, double[] weight) {
    bounds(x, y);
    room(Math.max(64, 3 * x.length));
    parts = 0;
    part();
    for (int v = 0; v < x.length; v++) {
      insert(v, x, y, weight);
    }
    for (int p = parts - 1; p >= 0; p--) {
      gather(p, x, y, weight);
    }
  }

  private void bounds(double[] x, double[] y) {
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    left = Double.POSITIVE_INFINITY;
    top = Double.POSITIVE_INFINITY;
    for (int v = 0; v < x.length; v++) {
      left = Math.min(left, x[v]);
      right = Math.max(right, x[v]);
      top = Math.min(top, y[v]);
      bottom = Math.max(bottom, y[v]);
    }
    side = Math.max(Math.max(right - left, bottom - top), 1e-9) * 1.0001;
  }

  private void room(int wanted) {
    if (body.length < wanted) {
      body = Arrays.copyOf(body, wanted);
      mass = Arrays.copyOf(mass, wanted);
      centreX = Arrays.copyOf(centreX, wanted);
      centreY = Arrays.copyOf(centreY, wanted);
      child = Arrays.copyOf(child, 4 * wanted);
    }
  }

  private int part() {
    if (parts == body.length) {
      room(2 * parts);
    }
    Arrays.fill(child, 4 * parts, 4 * parts + 4, -1);
    body[parts] = -1;
    mass[parts] = 0;
    centreX[parts] = 0;
    centreY[parts] = 0;
    return parts++;
  }

  private void insert(int v, double[] x, double[] y, double[] weight) {
    int p = 0;
    double l = left;
    double t = top;
    double half = side / 2;
    for (int depth = 0; ; depth++) {
      int held = body[p];
      boolean leaf =
          child[4 * p] < 0 && child[4 * p + 1] < 0 && child[4 * p + 2] < 0 && child[4 * p + 3] < 0;
      if (leaf && held < 0 && mass[p] == 0) {
        body[p] = v;
        return;
      }
      if (depth == DEEPEST) {
        // same position: the leaf holds their total mass
        mass[p] += weight[v];
        centreX[p] += weight[v] * x[v];
        centreY[p] += weight[v] * y[v];
        return;
      }
      if (leaf) {
        body[p] = -1;
        down(p, held, x, y, l + half, t + half);
      }
      int quadrant = quadrant(x[v], y[v], l + half, t + half);
      if (child[4 * p + quadrant] < 0) {
        int fresh = part();
        child[4 * p + quadrant] = fresh;
      }
      p = child[4 * p + quadrant];
      l += (quadrant & 1) == 1 ? half : 0;
      t += (quadrant & 2) == 2 ? half : 0;
      half /= 2;
    }
  }

  private void down(int p, int held, double[] x, double[] y, double middleX, double middleY) {
    int fresh = part();
    child[4 * p + quadrant(x[held], y[held], middleX, middleY)] = fresh;
    body[fresh] = held;
  }

  private static int quadrant(double x, double y, double middleX, double middleY) {
    return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
  }

  private void gather(int p, double[] x, double[] y, double[] weight) {
    double m = mass[p];
    double sumX = centreX[p];
    double sumY = centreY[p];
    if (body[p] >= 0) {
      m += weight[body[p]];
      sumX += weight[body[p]] * x[body[p]];
      sumY += weight[body[p]] * y[body[p]];
    }
    for (int q = 4 * p; q < 4 * p + 4; q++) {
      int below = child[q];
      if (below >= 0) {
        m += mass[below];
        sumX += mass[below] * centreX[below];
        sumY += mass[below] * centreY[below];
      }
    }
    mass[p] = m;
    centreX[p] = m == 0 ? 0 : sumX / m;
    centreY[p] = m == 0 ? 0 : sumY / m;
  }

  /** Adds to {@code force} the repulsion of a body by all others: mass divided by distance. */
  void push(int v, double x, double y, double[] force) {
    int last = 0;
    open[0] = 0;
    openSide[0] = side;
    while (last >= 0) {
      int p = open[last];
      double width = openSide[last--];
      double dx = x - centreX[p];
      double dy = y - centreY[p];
      double square = dx * dx + dy * dy;
      boolean leaf = body[p] >= 0;
      if (leaf && body[p] == v) {
        continue;
      }
      if (leaf || width * width < FAR * FAR * square || width < 1e-12) {
        double by = mass[p] / Math.max(square, 1e-6);
        force[0] += dx * by;
        force[1] += dy * by;
      } else {
        for (int q = 4 * p; q < 4 * p + 4; q++) {
          if (child[q] >= 0) {
            open[++last] = child[q];
            openSide[last] = width / 2;
          }
        }
      }
    }
  }
}
