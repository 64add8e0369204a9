package org.passerelle.network.layout;

/**
 * Where the vertices of a graph are drawn.
 *
 * @param x from 0 to 1 along the longer side
 * @param y downwards on the same scale
 */
public record Layout(double[] x, double[] y) {}
